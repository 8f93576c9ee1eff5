package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOutAccumulatorTest {
  private static final double LOG_2 = Math.log(2);
  private static final double LOG_3 = Math.log(3);

  /** Every read-out that two pairs in a batch allow. */
  private static final List<ReadOut> OF_TWO = Selection.DEFAULT.of(Layout.matrix(2));

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 16})
  void everyReadOutAgreesWithItsFormulaWrittenOut(int size) {
    List<ScoreMatrix> batches = randomBatches(size, 40, 3);
    var accumulator = read(batches);
    for (Reading reading : accumulator.readings()) {
      String id = reading.readOut().id();
      double expected =
          reading.averaging() == Averaging.MICRO
              ? WrittenOut.value(id, batches)
              : batches.stream()
                  .mapToDouble(batch -> WrittenOut.value(id, List.of(batch)))
                  .average()
                  .orElseThrow();
      assertThat(reading.estimate().value())
          .as("%s %s", id, reading.averaging())
          .isCloseTo(expected, within(1e-12 * (1 + Math.abs(expected)) * size * size));
    }
  }

  @Test
  void pooledAndAveragedValuesOfALinearReadOutCoincide() {
    List<ScoreMatrix> batches = randomBatches(8, 25, 1);
    for (Reading reading : read(batches).readings()) {
      if (reading.averaging() == Averaging.BOTH) {
        assertThat(reading.estimate().value())
            .as(reading.readOut().id())
            .isCloseTo(WrittenOut.value(reading.readOut().id(), batches), within(1e-12));
      }
    }
  }

  @Test
  void macroAveragesLogarithmsWhereMicroPoolsScores() {
    // J is 0 in both batches; M is 1 in the first and 3 in the second.
    var accumulator = new ReadOutAccumulator(List.of(new DonskerVaradhan()));
    accumulator.add(matrix(2, 0, 0, 0, 0));
    accumulator.add(matrix(2, 0, (float) LOG_3, (float) LOG_3, 0));
    assertThat(value(accumulator, "dv", Averaging.MACRO)).isCloseTo(-LOG_3 / 2, within(1e-7));
    assertThat(value(accumulator, "dv", Averaging.MICRO)).isCloseTo(-LOG_2, within(1e-7));
  }

  @Test
  void standardErrorsAreThoseOfTheMeanWhereMOfEveryBatchIsOne() {
    // Then DV = J, macro and micro alike, and J = 1, …, 10: s² = 55/6.
    var accumulator = new ReadOutAccumulator(List.of(new DonskerVaradhan()));
    for (int joint = 1; joint <= 10; joint++) {
      accumulator.add(matrix(2, joint, 0, 0, joint));
    }
    assertThat(accumulator.readings())
        .allSatisfy(
            reading -> {
              assertThat(reading.estimate().value()).isCloseTo(5.5, within(1e-12));
              assertThat(reading.estimate().standardError())
                  .isCloseTo(Math.sqrt(55 / 6.0 / 10), within(1e-12));
            });
  }

  @Test
  void oneBatchHasNoStandardError() {
    var accumulator = read(randomBatches(4, 1, 1));
    assertThat(accumulator.readings())
        .allSatisfy(reading -> assertThat(reading.estimate().standardError()).isNaN());
  }

  @Test
  void aShiftOfAllScoresMovesWhatItShould() {
    List<ScoreMatrix> batches = randomBatches(8, 10, 1);
    float shift = 2; // scores are multiples of 1/64: the sum is exact in float
    var before = read(batches);
    var after = read(batches.stream().map(batch -> map(batch, (t, row) -> t + shift)).toList());
    assertThat(value(after, "dv", Averaging.MACRO))
        .isCloseTo(value(before, "dv", Averaging.MACRO), within(1e-12));
    assertThat(value(after, "infonce", Averaging.BOTH))
        .isCloseTo(value(before, "infonce", Averaging.BOTH), within(1e-12));
    // NWJ at T + 1 is TUBA at T; and for a shift c, J − M/e becomes J + c − e^c M/e.
    double m = Math.exp(WrittenOut.logMarginal(batches, Double.POSITIVE_INFINITY));
    assertThat(value(after, "nwj", Averaging.BOTH) - value(before, "nwj", Averaging.BOTH))
        .isCloseTo(shift - Math.expm1(shift) * m / Math.E, within(1e-9));
    var byOne = read(batches.stream().map(batch -> map(batch, (t, row) -> t + 1)).toList());
    assertThat(value(byOne, "nwj", Averaging.BOTH))
        .isCloseTo(value(before, "tuba", Averaging.BOTH), within(1e-12));
  }

  @Test
  void infoNceAndFloDoNotSeeAFunctionOfXButDvDoes() {
    List<ScoreMatrix> batches = randomBatches(8, 10, 1);
    var before = read(batches);
    var after = read(batches.stream().map(batch -> map(batch, (t, row) -> t + row)).toList());
    assertThat(value(after, "infonce", Averaging.BOTH))
        .isCloseTo(value(before, "infonce", Averaging.BOTH), within(1e-12));
    assertThat(value(after, "flo", Averaging.BOTH))
        .isCloseTo(value(before, "flo", Averaging.BOTH), within(1e-12));
    assertThat(value(after, "dv", Averaging.MACRO))
        .isLessThan(value(before, "dv", Averaging.MACRO) - 0.1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 100, 1e4, 1e30})
  void infoNceNeverExceedsItsCeiling(double scale) {
    for (int size : new int[] {2, 7, 64}) {
      var accumulator = read(randomBatches(size, 5, scale));
      assertThat(value(accumulator, "infonce", Averaging.BOTH)).isLessThanOrEqualTo(Math.log(size));
      assertThat(new InfoNce().ceiling(size)).hasValue(Math.log(size));
    }
  }

  @Test
  void scoresOfTenThousandOverflowNothing() {
    var high = new ReadOutAccumulator(OF_TWO);
    high.add(matrix(2, 1e4f, -1e4f, -1e4f, 1e4f));
    assertThat(high.readings()).allSatisfy(r -> assertThat(r.estimate().finite()).isTrue());
    assertThat(value(high, "dv", Averaging.MACRO)).isEqualTo(2e4);
    assertThat(value(high, "infonce", Averaging.BOTH)).isEqualTo(LOG_2);
    assertThat(value(high, "nwj", Averaging.BOTH)).isEqualTo(1e4);
    assertThat(value(high, "smile-5", Averaging.MICRO)).isEqualTo(1e4 + 5);
  }

  @Test
  void aMarginalTermBeyondDoublesIsNotFiniteAndNothingElseIs() {
    var accumulator = new ReadOutAccumulator(OF_TWO);
    accumulator.add(matrix(2, -1e4f, 1e4f, 1e4f, -1e4f));
    accumulator.add(matrix(2, 0, 0, 0, 0));
    for (Reading reading : accumulator.readings()) {
      boolean exponential = List.of("nwj", "tuba").contains(reading.readOut().id());
      assertThat(reading.estimate().finite()).as(reading.readOut().id()).isEqualTo(!exponential);
    }
    assertThat(value(accumulator, "dv", Averaging.MACRO)).isEqualTo(-1e4);
    assertThat(accumulator.levels().logMarginal().value()).isCloseTo(1e4 - LOG_2, within(1e-9));
    assertThat(accumulator.levels().maxAbsScore()).isEqualTo(1e4);
  }

  @Test
  void scoresThatAreNoNumbersAreCountedAndNeverReportedAsAnEstimate() {
    var accumulator = new ReadOutAccumulator(OF_TWO);
    accumulator.add(matrix(2, 1, Float.NaN, Float.POSITIVE_INFINITY, 1));
    assertThat(accumulator.levels().nonFiniteScores()).isEqualTo(2);
    assertThat(accumulator.readings())
        .allSatisfy(r -> assertThat(r.estimate().finite()).as(r.readOut().id()).isFalse());
  }

  @Test
  void aScoreOfMinusInfinityIsAProbabilityOfZero() {
    var accumulator = new ReadOutAccumulator(List.of(new DonskerVaradhan(), new InfoNce()));
    accumulator.add(matrix(2, 0, Float.NEGATIVE_INFINITY, 0, 0));
    assertThat(value(accumulator, "dv", Averaging.MACRO)).isCloseTo(LOG_2, within(1e-15));
    assertThat(value(accumulator, "infonce", Averaging.BOTH)).isCloseTo(LOG_2 / 2, within(1e-15));
  }

  @Test
  void batchesOfAnotherSizeAreRefused() {
    var accumulator = read(randomBatches(4, 1, 1));
    assertThatThrownBy(() -> accumulator.add(matrix(2, 0, 0, 0, 0)))
        .hasMessage("read-outs: expected batches of 4 x 4 scores, found one of 2 x 2");
  }

  @Test
  void noBatchIsNoReading() {
    var accumulator = new ReadOutAccumulator(OF_TWO);
    assertThatThrownBy(accumulator::readings).isInstanceOf(IllegalStateException.class);
  }

  private static ReadOutAccumulator read(List<ScoreMatrix> batches) {
    var accumulator = new ReadOutAccumulator(Selection.DEFAULT.of(batches.get(0).layout()));
    batches.forEach(accumulator::add);
    return accumulator;
  }

  private static double value(ReadOutAccumulator accumulator, String id, Averaging averaging) {
    return accumulator.readings().stream()
        .filter(r -> r.readOut().id().equals(id) && r.averaging() == averaging)
        .findFirst()
        .orElseThrow()
        .estimate()
        .value();
  }

  private static ScoreMatrix matrix(int size, float... values) {
    return new ScoreMatrix(values, size);
  }

  /** Normal scores, rounded to multiples of scale/64. */
  private static List<ScoreMatrix> randomBatches(int size, int count, double scale) {
    Random random = new Random(size + 31L * count);
    var batches = new ArrayList<ScoreMatrix>();
    for (int b = 0; b < count; b++) {
      float[] values = new float[size * size];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (Math.rint(64 * random.nextGaussian()) / 64 * scale);
      }
      batches.add(new ScoreMatrix(values, size));
    }
    return batches;
  }

  @FunctionalInterface
  private interface Change {
    float apply(float score, int row);
  }

  private static ScoreMatrix map(ScoreMatrix scores, Change change) {
    float[] values = scores.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = change.apply(values[i], i / scores.size());
    }
    return new ScoreMatrix(values, scores.size());
  }

  /** The formulas as they are written, without a thought for overflow. */
  private static final class WrittenOut {
    static double value(String id, List<ScoreMatrix> batches) {
      double joint = mean(batches, true, t -> t);
      double logMarginal = logMarginal(batches, Double.POSITIVE_INFINITY);
      return switch (id) {
        case "dv" -> joint - logMarginal;
        case "smile-1" -> joint - logMarginal(batches, 1);
        case "smile-5" -> joint - logMarginal(batches, 5);
        case "smile-10" -> joint - logMarginal(batches, 10);
        case "nwj" -> joint - Math.exp(logMarginal) / Math.E;
        case "tuba" -> 1 + joint - Math.exp(logMarginal);
        case "flo" -> batches.stream().mapToDouble(WrittenOut::flo).average().orElseThrow();
        case "infonce" -> batches.stream().mapToDouble(WrittenOut::infoNce).average().orElseThrow();
        default -> throw new AssertionError(id);
      };
    }

    static double logMarginal(List<ScoreMatrix> batches, double tau) {
      return Math.log(mean(batches, false, t -> Math.exp(Math.max(-tau, Math.min(tau, t)))));
    }

    private static double flo(ScoreMatrix t) {
      return (flo(t, 1, 2) + flo(t, 2, 1)) / 2;
    }

    /** Half A is the first, third, … pair after the diagonal, or the second, fourth, …. */
    private static double flo(ScoreMatrix t, int firstOfA, int firstOfB) {
      double sum = 0;
      for (int i = 0; i < t.size(); i++) {
        double u = t.at(i, i) - Math.log(halfMean(t, i, firstOfA));
        sum += 1 + u - Math.exp(u - t.at(i, i)) * halfMean(t, i, firstOfB);
      }
      return sum / t.size();
    }

    private static double halfMean(ScoreMatrix t, int i, int first) {
      double sum = 0;
      int count = 0;
      for (int shift = first; shift < t.size(); shift += 2) {
        sum += Math.exp(t.at(i, (i + shift) % t.size()));
        count++;
      }
      return sum / count;
    }

    private static double infoNce(ScoreMatrix t) {
      double sum = 0;
      for (int i = 0; i < t.size(); i++) {
        double partition = 0;
        for (int j = 0; j < t.size(); j++) {
          partition += Math.exp(t.at(i, j));
        }
        sum += Math.log(Math.exp(t.at(i, i)) / (partition / t.size()));
      }
      return sum / t.size();
    }

    private static double mean(
        List<ScoreMatrix> batches, boolean diagonal, ToDoubleFunction<Double> of) {
      double sum = 0;
      long count = 0;
      for (ScoreMatrix t : batches) {
        for (int i = 0; i < t.size(); i++) {
          for (int j = 0; j < t.size(); j++) {
            if (diagonal == (i == j)) {
              sum += of.applyAsDouble(t.at(i, j));
              count++;
            }
          }
        }
      }
      return sum / count;
    }
  }
}
