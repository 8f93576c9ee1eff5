package org.steadymi.laboratory.studies;

import java.util.Arrays;

/**
 * Two ways to average a Donsker–Varadhan estimate J − log M over batches.
 *
 * @param macro the mean of the batches' values, mean J − mean log M
 * @param micro the value of all their scores together, mean J − log mean M
 */
record Averages(double macro, double micro) {
  /**
   * Of equally large batches.
   *
   * @param joints J of each batch
   * @param logMarginals log M of each batch
   * @param from the first batch
   * @param to one beyond the last
   */
  static Averages of(double[] joints, double[] logMarginals, int from, int to) {
    double[] levels = Arrays.copyOfRange(logMarginals, from, to);
    double joint = Arrays.stream(joints, from, to).average().orElseThrow();
    double top = Arrays.stream(levels).max().orElseThrow();
    double mean = Arrays.stream(levels).map(l -> Math.exp(l - top)).average().orElseThrow();
    return new Averages(
        joint - Arrays.stream(levels).average().orElseThrow(), joint - top - Math.log(mean));
  }

  /** Macro less micro: log mean M − mean log M, which is not negative. */
  double gap() {
    return macro - micro;
  }
}
