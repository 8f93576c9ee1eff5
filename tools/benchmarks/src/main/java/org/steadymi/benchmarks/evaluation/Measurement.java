package org.steadymi.benchmarks.evaluation;

/**
 * One process that worked through a number of pairs.
 *
 * @param work what it did
 * @param pairs how many it was given
 * @param seconds wall time, start of the process and warm-up excluded
 * @param nats what came out
 * @param peakKib the most memory that the process held in RAM, KiB
 */
record Measurement(String work, int pairs, double seconds, double nats, long peakKib) {
  /** Wall time of one pair. */
  double microsecondsPerPair() {
    return 1e6 * seconds / pairs;
  }
}
