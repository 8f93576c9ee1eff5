package org.steadymi.benchmarks.protocol;

/** Something that does units of work (steps, pairs, cycles) on command. */
public interface Peer extends AutoCloseable {
  /** What it is, with its version. */
  String name();

  /** Warms up for calls of {@link #run} with this many units. */
  void prepare(int units);

  /**
   * Does the work.
   *
   * @return a number that shows that it was done, such as the estimate reached, in nats
   */
  double run(int units);

  @Override
  default void close() {}
}
