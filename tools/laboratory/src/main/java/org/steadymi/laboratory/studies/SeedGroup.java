package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;

/**
 * Replicates that are trained side by side in one graph.
 *
 * @param index number of the group; the first is 0
 * @param replicas how many
 */
record SeedGroup(int index, int replicas) {
  /** So many replicates in groups of a size; the last group holds what is left. */
  static List<SeedGroup> split(int seeds, int size) {
    List<SeedGroup> groups = new ArrayList<>();
    for (int from = 0; from < seeds; from += size) {
      groups.add(new SeedGroup(groups.size(), Math.min(size, seeds - from)));
    }
    return groups;
  }
}
