package org.steadymi.datasets.tables;

import java.util.List;

/** Lists in messages. */
final class Names {
  private static final int LISTED = 5;

  private Names() {}

  /** The first few, and how many more there are. */
  static String list(List<String> all) {
    String first = String.join(", ", all.subList(0, Math.min(LISTED, all.size())));
    return all.size() <= LISTED ? first : first + " and %,d more".formatted(all.size() - LISTED);
  }
}
