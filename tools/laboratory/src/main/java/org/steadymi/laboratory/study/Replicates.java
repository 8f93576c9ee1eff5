package org.steadymi.laboratory.study;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each cell of a grid is repeated.
 *
 * @param seed of everything random
 * @param seeds replicates of each cell
 */
public record Replicates(int seed, int seeds) implements Serializable {
  Replicates withSeed(int value) {
    return new Replicates(value, seeds);
  }

  Replicates withSeeds(int value) {
    return new Replicates(seed, Option.atLeastOne("seeds", value));
  }

  /** By option. */
  Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("seed", Integer.toString(seed));
    entries.put("seeds", Integer.toString(seeds));
    return entries;
  }
}
