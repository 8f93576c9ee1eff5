package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.estimators.sample.Estimate.Independence;
import org.steadymi.estimators.sample.Estimate.Interval;

/**
 * The held-out rows of all folds together.
 *
 * @param readings of the folds
 */
record HeldOutReading(List<Reading> readings) {
  private static final int BOOTSTRAPS = 200;

  /** J − log M, averaged over the folds by their number of rows, nats. */
  double value() {
    return mean(reading -> reading.heldOut().value());
  }

  /** The same of the rows that each critic was fitted on, nats. */
  double onTraining() {
    return mean(Reading::onTraining);
  }

  /**
   * 95 %: from the value less its error to the value on the training rows, which the critics know
   * too well, plus the error; where that is lower, from the value. The error is the deviation of
   * the value when rows are drawn again with replacement in each fold, or between folds where that
   * is more.
   */
  Interval interval(RandomGenerator random) {
    double error = Math.max(bootstrapError(random), errorBetweenFolds());
    double value = value();
    double half = Interval.QUANTILE * error;
    return new Interval(value - half, Math.max(value, onTraining()) + half);
  }

  private double bootstrapError(RandomGenerator random) {
    double[] values =
        IntStream.range(0, BOOTSTRAPS)
            .mapToDouble(i -> mean(reading -> reading.heldOut().resampledValue(random)))
            .toArray();
    return deviation(values);
  }

  private double errorBetweenFolds() {
    double[] values = readings.stream().mapToDouble(r -> r.heldOut().value()).toArray();
    return deviation(values) / Math.sqrt(values.length);
  }

  private static double deviation(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1));
  }

  /** Rows of Y in random order within each block of held-out rows. */
  Independence independence(int permutations, RandomGenerator random) {
    double observed =
        mean(reading -> Arrays.stream(reading.heldOut().joint()).average().orElseThrow());
    long asLarge =
        IntStream.range(0, permutations)
            .filter(i -> mean(reading -> reading.heldOut().permutedJoint(random)) >= observed)
            .count();
    return new Independence((1.0 + asLarge) / (1 + permutations), permutations);
  }

  /** The pointwise mutual information of every row of the sample, nats. */
  double[] pointwise(int rows) {
    double[] pointwise = new double[rows];
    for (Reading reading : readings) {
      double[] ofFold = reading.heldOut().pointwise();
      for (int i = 0; i < ofFold.length; i++) {
        pointwise[reading.fold().heldOut()[i]] = ofFold[i];
      }
    }
    return pointwise;
  }

  private double mean(ToDoubleFunction<Reading> ofFold) {
    double sum = 0;
    int rows = 0;
    for (Reading reading : readings) {
      sum += ofFold.applyAsDouble(reading) * reading.heldOut().rows();
      rows += reading.heldOut().rows();
    }
    return sum / rows;
  }
}
