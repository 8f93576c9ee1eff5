package org.steadymi.laboratory.images;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.steadymi.datasets.images.ImageCollection;

/** What the classes of images are called. */
final class ClassLabels {
  private ClassLabels() {}

  /**
   * The names of a set's classes, in the order of their labels; their numbers where it has none.
   *
   * @param set name of the set
   * @param classes how many there are
   */
  static List<String> of(String set, int classes) {
    return Arrays.stream(ImageCollection.values())
        .filter(collection -> collection.id().equals(set))
        .findFirst()
        .map(collection -> spaced(collection.classNames()))
        .orElseGet(() -> IntStream.range(0, classes).mapToObj(Integer::toString).toList());
  }

  private static List<String> spaced(List<String> names) {
    return names.stream().map(name -> name.replace('_', ' ')).toList();
  }
}
