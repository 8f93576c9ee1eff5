package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.estimators.sample.Estimate.Interval;

/** Folds of which the scores are known: no critic is fitted. */
class HeldOutReadingTest {
  private static final double ROUNDING = 1e-6; // scores are floats

  private static final int FOLDS = 5;

  private static Reading reading(double onTraining, int rows, float... scores) {
    Fold fold = new Fold(new int[0], new int[0], new int[rows]);
    return new Reading(
        fold, List.of(), null, onTraining, new HeldOutScores(new Blocks(List.of(scores))));
  }

  /** Marginal scores of 0, joint ones that are all the same: however rows are drawn, its value. */
  private static Reading constant(double value, double onTraining, int rows) {
    float[] scores = new float[rows * rows];
    for (int i = 0; i < rows; i++) {
      scores[i * (rows + 1)] = (float) value;
    }
    return reading(onTraining, rows, scores);
  }

  private static Interval interval(HeldOutReading reading) {
    return reading.interval(new SplittableRandom(1));
  }

  @Test
  void aFoldCountsByItsRows() {
    HeldOutReading reading = new HeldOutReading(List.of(constant(1, 2, 20), constant(2, 5, 60)));
    assertThat(reading.value()).isCloseTo(1.75, within(ROUNDING));
    assertThat(reading.onTraining()).isCloseTo(4.25, within(ROUNDING));
  }

  /** The bootstrap has no error; 1, 2 and 3 have the deviation 1, and their mean 1/√3. */
  @Test
  void foldsThatDifferMoreThanTheirRowsSayTheError() {
    HeldOutReading reading =
        new HeldOutReading(List.of(constant(1, 0, 20), constant(2, 0, 20), constant(3, 0, 20)));
    Interval interval = interval(reading);
    assertThat(interval.error(2)).isCloseTo(1 / Math.sqrt(3), within(ROUNDING));
    assertThat(interval.upper()).isCloseTo(2 + 1.96 / Math.sqrt(3), within(ROUNDING));
  }

  /** What critics know too well may be there: above, the error is added to that. */
  @Test
  void theIntervalReachesAboveTheValueOnTrainingRows() {
    HeldOutReading reading = new HeldOutReading(List.of(constant(1, 3, 20), constant(2, 3, 20)));
    Interval interval = interval(reading);
    assertThat(interval.lower()).isCloseTo(1.5 - 1.96 / 2, within(ROUNDING));
    assertThat(interval.upper()).isCloseTo(3 + 1.96 / 2, within(ROUNDING));
  }

  /** Scores of the log ratio of a bivariate normal distribution, which is what critics look for. */
  private static Reading known(Sample fold, double correlation) {
    double rest = 1 - correlation * correlation;
    int n = fold.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < scores.length; i++) {
      double x = fold.x().at(i / n, 0);
      double y = fold.y().at(i % n, 0);
      double product = correlation * x * y - correlation * correlation * (x * x + y * y) / 2;
      scores[i] = (float) (product / rest - 0.5 * Math.log(rest));
    }
    return reading(-1, n, scores);
  }

  private static HeldOutReading known(Sample sample, double correlation, int rows) {
    List<Reading> folds = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] held = new int[rows];
      int from = fold * rows;
      Arrays.setAll(held, i -> from + i);
      folds.add(known(sample.select(held), correlation));
    }
    return new HeldOutReading(folds);
  }

  /**
   * The pointwise ratio has the variance ρ², its mean over N rows the error ρ/√N. The deviation
   * between five folds is S times as much, 4 S² being χ² of four degrees, and the greater of the
   * two counts: 1.1106 ρ/√N in the mean, and P(|Z| ≤ 1.96 max(1, S)) = 0.9624 by integration. log M
   * of folds of n rows adds to the variance the share 2 (1/(1 − ρ²) − 1) / n ρ² = 0.067 or less,
   * and 0.034 to the error; with 0.01 for 600 samples and four of that, 0.08. Of 600 intervals 577
   * are expected to contain the truth, with a deviation of 4.65; 3.29 of these both ways are 99.9
   * %.
   */
  @Test
  void intervalsOfTheOptimalCriticContainTheTruthAsOftenAsTheySay() {
    double correlation = 0.5;
    int rows = 40;
    int samples = 600;
    double truth = -0.5 * Math.log(1 - correlation * correlation);
    double errors = 0;
    int contained = 0;
    for (int seed = 0; seed < samples; seed++) {
      Sample sample = Numbers.correlated(FOLDS * rows, 1, correlation, 50_000L + seed);
      HeldOutReading reading = known(sample, correlation, rows);
      Interval interval = reading.interval(new SplittableRandom(seed));
      errors += interval.error(reading.value()) / samples;
      contained += interval.contains(truth) ? 1 : 0;
    }
    double expected = 1.1106 * correlation / Math.sqrt(FOLDS * rows);
    assertThat(errors).isCloseTo(expected, within(0.08 * expected));
    assertThat(contained).isBetween(562, 592);
  }
}
