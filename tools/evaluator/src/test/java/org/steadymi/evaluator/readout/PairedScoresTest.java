package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows against classes, and rows among themselves, against the formulas written out. */
class PairedScoresTest {
  private static final int CLASSES = 3;

  /** Three rows of class 0, two of class 1, one of class 2. */
  private static final int[] LABELS = {0, 1, 0, 2, 1, 0};

  private static final float NEVER = Float.NEGATIVE_INFINITY;

  /** Joint scores, marginal scores, and for each joint score those it is compared with. */
  private record Lists(List<Double> joint, List<Double> marginal, List<List<Double>> contrasted) {
    Lists() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    void add(float[] scores, int[] labels, boolean ofClasses) {
      int columns = scores.length / labels.length;
      for (int i = 0; i < labels.length; i++) {
        List<Double> row = new ArrayList<>();
        int joints = 0;
        for (int j = 0; j < columns; j++) {
          if (!ofClasses && i == j) {
            continue;
          }
          double score = scores[i * columns + j];
          row.add(score);
          if (labels[i] == (ofClasses ? j : labels[j])) {
            joint.add(score);
            joints++;
          }
        }
        marginal.addAll(row);
        IntStream.range(0, joints).forEach(p -> contrasted.add(row));
      }
    }

    double value(String id) {
      double j = joint.stream().mapToDouble(t -> t).average().orElseThrow();
      double m = marginal.stream().mapToDouble(Math::exp).average().orElseThrow();
      return switch (id) {
        case "dv" -> j - Math.log(m);
        case "smile-1" -> j - Math.log(clipped(1));
        case "smile-5" -> j - Math.log(clipped(5));
        case "smile-10" -> j - Math.log(clipped(10));
        case "nwj" -> j - m / Math.E;
        case "tuba" -> 1 + j - m;
        case "infonce" ->
            IntStream.range(0, joint.size())
                .mapToDouble(
                    p ->
                        joint.get(p)
                            - Math.log(
                                contrasted.get(p).stream()
                                    .mapToDouble(Math::exp)
                                    .average()
                                    .orElseThrow()))
                .average()
                .orElseThrow();
        default -> throw new AssertionError(id);
      };
    }

    private double clipped(double tau) {
      return marginal.stream()
          .mapToDouble(t -> Math.exp(Math.max(-tau, Math.min(tau, t))))
          .average()
          .orElseThrow();
    }
  }

  private static ScoreBatch batch(float[] scores, int[] labels, boolean ofClasses) {
    return ofClasses
        ? new LabelScores(scores, labels, CLASSES)
        : new SameLabelScores(scores, labels);
  }

  private static float[] scores(Random random, int count) {
    float[] scores = new float[count];
    for (int s = 0; s < count; s++) {
      scores[s] = (float) (2 * random.nextGaussian());
    }
    return scores;
  }

  private static void everyReadOutAgrees(boolean ofClasses) {
    Random random = new Random(8);
    Lists pooled = new Lists();
    List<Lists> alone = new ArrayList<>();
    ReadOutAccumulator accumulator = null;
    for (int b = 0; b < 40; b++) {
      int[] labels = random.ints(7, 0, CLASSES).toArray(); // more rows than classes: joint pairs
      float[] scores = scores(random, 7 * (ofClasses ? CLASSES : 7));
      ScoreBatch batch = batch(scores, labels, ofClasses);
      if (accumulator == null) {
        accumulator = new ReadOutAccumulator(Selection.DEFAULT.of(batch.layout()));
      }
      accumulator.add(batch);
      pooled.add(scores, labels, ofClasses);
      Lists one = new Lists();
      one.add(scores, labels, ofClasses);
      alone.add(one);
    }
    for (Reading reading : accumulator.readings()) {
      String id = reading.readOut().id();
      double macro = alone.stream().mapToDouble(one -> one.value(id)).average().orElseThrow();
      boolean micro = reading.averaging() == Averaging.MICRO;
      double expected = micro ? pooled.value(id) : macro;
      assertThat(reading.estimate().value())
          .as("%s %s", id, reading.averaging())
          .isCloseTo(expected, within(1e-11 * (1 + Math.abs(expected))));
      if (reading.averaging() == Averaging.BOTH) {
        assertThat(macro).as(id).isCloseTo(pooled.value(id), within(1e-11 * (1 + Math.abs(macro))));
      }
      if (!micro) {
        double squares = alone.stream().mapToDouble(o -> Math.pow(o.value(id) - macro, 2)).sum();
        assertThat(reading.estimate().standardError())
            .isCloseTo(Math.sqrt(squares / 39 / 40), within(1e-9 * (1 + squares)));
      }
    }
    assertThat(accumulator.counts().jointPairs()).isEqualTo(pooled.joint().size());
    assertThat(accumulator.counts().marginalPairs()).isEqualTo(pooled.marginal().size());
  }

  @Test
  void rowsAgainstClassesAgreeWithTheFormulasWrittenOut() {
    everyReadOutAgrees(true);
  }

  @Test
  void rowsAmongThemselvesAgreeWithTheFormulasWrittenOut() {
    everyReadOutAgrees(false);
  }

  private static double value(ScoreBatch batch, String id) {
    var accumulator = new ReadOutAccumulator(Selection.DEFAULT.of(batch.layout()));
    accumulator.add(batch);
    return accumulator.readings().stream()
        .filter(reading -> reading.readOut().id().equals(id))
        .findFirst()
        .orElseThrow()
        .estimate()
        .value();
  }

  /** The log-ratio where a row determines its class: log C for its own, −∞ for others. */
  private static float[] certain(int[] labels, boolean ofClasses, double own) {
    int columns = ofClasses ? CLASSES : labels.length;
    float[] scores = new float[labels.length * columns];
    for (int s = 0; s < scores.length; s++) {
      int column = s % columns;
      boolean same = labels[s / columns] == (ofClasses ? column : labels[column]);
      scores[s] = same ? (float) own : NEVER;
    }
    return scores;
  }

  @Test
  void aRowThatDeterminesItsClassHoldsLogCNats() {
    double logC = Math.log(CLASSES);
    ScoreBatch optimal = batch(certain(LABELS, true, logC), LABELS, true);
    for (String id : List.of("dv", "tuba", "infonce", "smile-10")) {
      // SMILE clips −∞ to −10, which adds (C − 1)/C · e^−10 to M.
      assertThat(value(optimal, id)).as(id).isCloseTo(logC, within(1e-4));
    }
    assertThat(value(batch(certain(LABELS, true, logC + 1), LABELS, true), "nwj"))
        .isCloseTo(logC, within(1e-6));
  }

  @Test
  void inABatchOfUnequalClassesEveryJointPairCountsOnce() {
    // 3·2 + 2·1 = 8 joint pairs of 30; rows of class 0 compare with 2 scores of 1, of class 1 with
    // 1.
    ScoreBatch batch = batch(certain(LABELS, false, 0), LABELS, false);
    assertThat(value(batch, "dv")).isCloseTo(-Math.log(8 / 30.0), within(1e-12));
    assertThat(value(batch, "tuba")).isCloseTo(1 - 8 / 30.0, within(1e-12));
    double expected = Math.log(5) - (6 * Math.log(2) + 2 * Math.log(1)) / 8;
    assertThat(value(batch, "infonce")).isCloseTo(expected, within(1e-12));
  }

  @Test
  void infoNceReachesItsCeilingsAndNotMore() {
    int[] pair = {0, 0, 1, 2};
    assertThat(value(batch(certain(pair, false, 50), pair, false), "infonce"))
        .isEqualTo(Math.log(3));
    assertThat(value(batch(certain(LABELS, true, 50), LABELS, true), "infonce"))
        .isEqualTo(Math.log(CLASSES));
    assertThat(Layout.sameLabel(4).contrasted()).isEqualTo(3);
    assertThat(Layout.labels(4, CLASSES).contrasted()).isEqualTo(CLASSES);
  }

  @Test
  void aRowWithItselfIsNoPairEvenWhereItsScoreIsNoNumber() {
    float[] scores = certain(LABELS, false, 0);
    for (int i = 0; i < LABELS.length; i++) {
      scores[i * LABELS.length + i] = Float.NaN;
    }
    var accumulator = new ReadOutAccumulator(List.of(new DonskerVaradhan()));
    accumulator.add(new SameLabelScores(scores, LABELS));
    assertThat(accumulator.readings().get(0).estimate().value())
        .isCloseTo(-Math.log(8 / 30.0), within(1e-12));
    assertThat(accumulator.levels().nonFiniteScores()).isEqualTo(22); // the −∞ of other classes
  }

  @Test
  void aBatchWithoutAJointPairIsCountedOnly() {
    var accumulator = new ReadOutAccumulator(List.of(new DonskerVaradhan()));
    accumulator.add(new SameLabelScores(new float[9], new int[] {0, 1, 2}));
    assertThat(accumulator.empty()).isTrue();
    accumulator.add(new SameLabelScores(new float[9], new int[] {0, 1, 0}));
    assertThat(accumulator.counts()).isEqualTo(new PairCounts(Layout.sameLabel(3), 2, 6, 1));
    assertThat(accumulator.readings().get(0).estimate().value()).isZero();
  }

  @Test
  void scoresThatFitNoLayoutAreRefused() {
    assertThatThrownBy(() -> new LabelScores(new float[5], new int[] {0, 1}, 3))
        .hasMessage("scores of labels: expected 2 rows of 3 classes, found 5 scores");
    assertThatThrownBy(() -> new SameLabelScores(new float[5], new int[] {0, 1}))
        .hasMessage("scores of one label: expected 2 x 2 scores, found 5");
  }
}
