package org.steadymi.estimators.baselines;

/**
 * How nearest neighbours are used.
 *
 * @param neighbours k, at least 1; few have little bias, many little variance
 * @param seed of the jitter that breaks ties
 * @param threads that share the rows; the result does not depend on them
 */
public record NeighbourSettings(int neighbours, long seed, int threads) {
  private static final int USUAL = 3;

  /** Three neighbours, seed 1, all cores. */
  public static final NeighbourSettings DEFAULTS =
      new NeighbourSettings(USUAL, 1, Runtime.getRuntime().availableProcessors());

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException with one line, if one is below 1
   */
  public NeighbourSettings {
    require("neighbours", neighbours);
    require("threads", threads);
  }

  /** With another k. */
  public NeighbourSettings withNeighbours(int k) {
    return new NeighbourSettings(k, seed, threads);
  }

  /** With another seed. */
  public NeighbourSettings withSeed(long another) {
    return new NeighbourSettings(neighbours, another, threads);
  }

  /** With another number of threads. */
  public NeighbourSettings withThreads(int count) {
    return new NeighbourSettings(neighbours, seed, count);
  }

  private static void require(String name, int number) {
    if (number < 1) {
      throw new IllegalArgumentException(
          "%s: expected at least 1, found %d".formatted(name, number));
    }
  }
}
