package org.steadymi.benchmarks.evaluation;

/**
 * One process that worked through a number of pairs or of training rows.
 *
 * @param work what it did
 * @param units how many it was given
 * @param seconds wall time, start of the process and warm-up excluded
 * @param value what came out: nats, or a share
 * @param peakKib the most memory that the process held in RAM, KiB
 */
record Measurement(String work, int units, double seconds, double value, long peakKib) {
  /** Wall time of one pair or row. */
  double microsecondsPerUnit() {
    return 1e6 * seconds / units;
  }
}
