package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class ScoresTest {
  @ParameterizedTest(name = "K = {0}, |T| up to {1}")
  @CsvSource({"2, 1", "3, 5", "17, 20", "64, 3", "2, 80", "16, 80", "2, 1e4", "16, 1e4"})
  void theMeansOfAMatrixAreThoseOfItsDiagonalAndOfTheRest(int k, double range) {
    double[][] t = HostScores.random(k, range, k);
    HostScores host = HostScores.matrix(t);

    List<float[]> graph = TestGraph.all(tf -> means(tf, Scores.matrix(TestGraph.constant(tf, t))));

    assertMeans(graph, 0, host);
    assertThat((double) graph.get(4)[0])
        .isCloseTo(host.meanRowLogMeanExp(), within(tolerance(host)));
  }

  @Test
  void replicasAreIndependent() {
    double[][] first = HostScores.random(5, 3, 1);
    double[][] second = HostScores.random(5, 60, 2);
    double[] both = new double[50];
    System.arraycopy(TestGraph.flat(first), 0, both, 0, 25);
    System.arraycopy(TestGraph.flat(second), 0, both, 25, 25);

    List<float[]> graph =
        TestGraph.all(tf -> means(tf, Scores.matrix(TestGraph.constant(tf, both, 2, 5, 5))));

    assertThat(graph).allSatisfy(statistic -> assertThat(statistic).hasSize(2));
    assertMeans(graph, 0, HostScores.matrix(first));
    assertMeans(graph, 1, HostScores.matrix(second));
  }

  @ParameterizedTest(name = "K = {0}, |T| up to {1}")
  @CsvSource({"2, 1", "3, 5", "17, 20", "64, 3", "2, 80", "16, 80", "2, 1e4", "16, 1e4"})
  void theMeansOfLabelledRowsAreThoseOfTheirPairs(int k, double range) {
    for (Layout layout : List.of(Layout.LABELS, Layout.SAME_LABEL)) {
      Batch batch = Batch.random(layout, k, range, k);
      HostScores host = batch.host();

      List<float[]> graph = TestGraph.all(tf -> means(tf, batch.scores(tf)));

      assertMeans(graph, 0, host);
      assertThat((double) graph.get(4)[0])
          .isCloseTo(host.meanRowLogMeanExp(), within(tolerance(host)));
      float raised =
          TestGraph.value(
              tf -> batch.scores(tf).map(t -> tf.math.add(t, tf.constant(3f))).maxMarginal(tf));
      assertThat((double) raised).isCloseTo(host.maxMarginal() + 3, within(tolerance(host)));
    }
  }

  /** A score of −∞ means that a pair cannot be joint; it may be one of Q all the same. */
  @Test
  void impossiblePairsLeaveTheJointMeanAlone() {
    int[] labels = {0, 0, 1, 1};
    for (Layout layout : List.of(Layout.LABELS, Layout.SAME_LABEL)) {
      Batch batch = Batch.random(layout, labels, 2, 1, 1);
      double[][] t = batch.map(v -> Double.NEGATIVE_INFINITY).t();
      for (int i = 0; i < t.length; i++) {
        for (int j = 0; j < t[i].length; j++) {
          t[i][j] = batch.joint(i, j) ? 3 : t[i][j];
        }
      }
      List<float[]> graph =
          TestGraph.all(
              tf -> {
                Scores scores = batch.with(t).scores(tf);
                return List.of(scores.meanJoint(tf), scores.logMeanExpMarginal(tf));
              });
      double share = layout == Layout.LABELS ? 1 / 2.0 : 1 / 3.0;
      assertThat(graph.get(0)[0]).isEqualTo(3f);
      assertThat((double) graph.get(1)[0]).isCloseTo(3 + Math.log(share), within(1e-6));
    }
  }

  /** No mean, so no number: nothing that could be taken for an estimate. */
  @Test
  void withoutTwoRowsOfAClassThereIsNoJointMean() {
    Batch batch = Batch.random(Layout.SAME_LABEL, new int[] {0, 1, 2}, 3, 1, 1);

    assertThat(TestGraph.value(tf -> batch.scores(tf).meanJoint(tf))).isNaN();
    assertThat(TestGraph.value(tf -> batch.scores(tf).logMeanExpMarginal(tf))).isFinite();
  }

  @Test
  void labelsThatDoNotFitTheScoresAreRefused() {
    assertRefused(
        tf -> Scores.labelled(zeros(tf, 4, 3), zeros(tf, 4, 2)),
        "scores: expected scores against classes and one-hot labels of one shape, [K, C] or [R, K, C], found [4, 3] and [4, 2]");
    assertRefused(
        tf -> Scores.labelled(zeros(tf, 4), zeros(tf, 4)),
        "scores: expected scores against classes and one-hot labels of one shape, [K, C] or [R, K, C], found [4] and [4]");
    for (long[] labels : new long[][] {{3, 2}, {2, 4, 2}, {4}}) {
      assertRefused(
          tf -> Scores.sameLabel(tf, zeros(tf, 4, 4), zeros(tf, labels)),
          "scores: expected a score matrix [K, K] and one-hot labels [K, C], or [R, K, K] and [R, K, C], found [4, 4] and "
              + java.util.Arrays.toString(labels));
    }
    assertRefused(
        tf -> Scores.sameLabel(tf, zeros(tf, 4), zeros(tf, 4)),
        "scores: expected a square matrix of at least 2 pairs, [K, K] or [R, K, K], found [4]");
  }

  private static void assertRefused(
      java.util.function.Function<Ops, Scores> build, String message) {
    assertThatThrownBy(() -> TestGraph.value(tf -> build.apply(tf).maxAbs(tf)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest(name = "|T| up to {0}")
  @CsvSource({"1", "80", "1e4"})
  void separateScoresKeepTheirOwnNumbersOfPairs(double range) {
    double[] joint = HostScores.random(7, range, 1)[0];
    double[] marginal = TestGraph.flat(HostScores.random(6, range, 2));

    List<float[]> graph =
        TestGraph.all(
            tf ->
                meansWithoutRows(
                    tf,
                    Scores.separate(
                        TestGraph.constant(tf, joint, 7), TestGraph.constant(tf, marginal, 36))));

    assertMeans(graph, 0, HostScores.separate(joint, marginal));
  }

  @Test
  void separateScoresOfReplicas() {
    double[] joint = TestGraph.flat(HostScores.random(3, 2, 1)); // [3, 3]
    double[] marginal = TestGraph.flat(HostScores.random(6, 2, 2)); // [3, 12]

    List<float[]> graph =
        TestGraph.all(
            tf ->
                meansWithoutRows(
                    tf,
                    Scores.separate(
                        TestGraph.constant(tf, joint, 3, 3),
                        TestGraph.constant(tf, marginal, 3, 12))));

    for (int r = 0; r < 3; r++) {
      double[] j = java.util.Arrays.copyOfRange(joint, 3 * r, 3 * r + 3);
      double[] m = java.util.Arrays.copyOfRange(marginal, 12 * r, 12 * r + 12);
      assertMeans(graph, r, HostScores.separate(j, m));
    }
  }

  @Test
  void clippingLimitsEveryScoreAndAnInfiniteLimitNone() {
    double[][] t = HostScores.random(6, 30, 3);
    ClippedMeans graph =
        limit ->
            TestGraph.all(
                tf -> means(tf, Scores.matrix(TestGraph.constant(tf, t)).clipped(tf, limit)));

    assertMeans(graph.of(4), 0, HostScores.matrix(t).clipped(4));
    assertMeans(graph.of(Double.POSITIVE_INFINITY), 0, HostScores.matrix(t));
  }

  @Test
  void anInfiniteDiagonalLeavesTheMarginalMeanAlone() {
    double[][] t = {{Double.POSITIVE_INFINITY, 1}, {3, Double.NEGATIVE_INFINITY}};

    assertThat(TestGraph.value(tf -> Scores.matrix(TestGraph.constant(tf, t)).meanMarginal(tf)))
        .isEqualTo(2f);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({"'3,4'", "'1,1'", "'5'", "'2,3,4'"})
  void whatIsNoSquareMatrixIsRefused(String shape) {
    long[] dimensions = dimensions(shape);

    assertThatThrownBy(() -> TestGraph.value(tf -> matrixOfZeros(tf, dimensions).maxAbs(tf)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "scores: expected a square matrix of at least 2 pairs, [K, K] or [R, K, K], found ")
        .hasMessageContaining(Long.toString(dimensions[0]))
        .hasMessageNotContaining("\n");
  }

  @Test
  void separateScoresWithoutPairsAreRefused() {
    assertThatThrownBy(
            () -> TestGraph.value(tf -> Scores.separate(tf.constant(1f), zeros(tf, 3)).maxAbs(tf)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores: expected joint scores of shape [n] or [R, n], found []");
    assertThatThrownBy(
            () -> TestGraph.value(tf -> Scores.separate(zeros(tf, 3), zeros(tf, 0)).maxAbs(tf)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("scores: expected marginal scores");
  }

  @Test
  void separateScoresHaveNoRows() {
    assertThatThrownBy(
            () ->
                TestGraph.value(
                    tf -> Scores.separate(zeros(tf, 3), zeros(tf, 9)).meanRowLogMeanExp(tf)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("use another loss or a score matrix");
  }

  private interface ClippedMeans {
    List<float[]> of(double limit);
  }

  private static Scores matrixOfZeros(Ops tf, long... shape) {
    return Scores.matrix(zeros(tf, shape));
  }

  private static Operand<TFloat32> zeros(Ops tf, long... shape) {
    return tf.zeros(tf.constant(shape), TFloat32.class);
  }

  private static long[] dimensions(String shape) {
    return java.util.Arrays.stream(shape.split(",", -1)).mapToLong(Long::parseLong).toArray();
  }

  private static List<Operand<TFloat32>> means(Ops tf, Scores t) {
    return List.of(
        t.meanJoint(tf),
        t.meanMarginal(tf),
        t.logMeanExpMarginal(tf),
        t.maxAbs(tf),
        t.meanRowLogMeanExp(tf));
  }

  private static List<Operand<TFloat32>> meansWithoutRows(Ops tf, Scores t) {
    return List.of(t.meanJoint(tf), t.meanMarginal(tf), t.logMeanExpMarginal(tf), t.maxAbs(tf));
  }

  private static void assertMeans(List<float[]> graph, int replica, HostScores host) {
    double tolerance = tolerance(host);
    assertThat((double) graph.get(0)[replica]).isCloseTo(host.meanJoint(), within(tolerance));
    assertThat((double) graph.get(1)[replica]).isCloseTo(host.meanMarginal(), within(tolerance));
    assertThat((double) graph.get(2)[replica])
        .isCloseTo(host.logMeanExpMarginal(), within(tolerance));
    assertThat((double) graph.get(3)[replica]).isCloseTo(host.maxAbs(), within(tolerance));
  }

  /** Some tens of float roundings of the largest score. */
  private static double tolerance(HostScores host) {
    return 64 * HostLoss.ULP * (1 + host.maxAbs());
  }
}
