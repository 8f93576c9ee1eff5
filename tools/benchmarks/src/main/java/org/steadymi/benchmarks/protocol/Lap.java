package org.steadymi.benchmarks.protocol;

/**
 * One command to a peer, seen from the driver.
 *
 * @param reply what the peer said
 * @param cpuSeconds processor time of its process meanwhile, all threads, its warm-up for the
 *     command included; NaN where the system does not tell
 */
public record Lap(Reply reply, double cpuSeconds) {
  /** Units of work per second of wall time. */
  public double rate() {
    return reply.rate();
  }

  /** Processor time over wall time: below 1 where one thread had to share its core. */
  public double coreShare() {
    return cpuSeconds / reply.seconds();
  }
}
