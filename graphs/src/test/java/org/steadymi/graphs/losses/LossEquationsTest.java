package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Every loss in the graph against its equation on the host. */
class LossEquationsTest {
  static final List<Form> FORMS = Form.all();
  private static final double LAMBDA = 0.7;
  private static final double TARGET = 0.4;

  @ParameterizedTest
  @FieldSource("FORMS")
  void matrices(Form form) {
    List<double[][]> matrices = new ArrayList<>();
    for (double range : new double[] {1, 6, 14}) {
      for (int k : new int[] {2, 3, 24}) {
        matrices.add(HostScores.random(k, range, 31L * k));
      }
    }
    assertMatrices(form, matrices);
  }

  /** e^T leaves float above 88: a bound that uses it as it is says −∞ there and nothing else. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void largeScores(Form form) {
    assertMatrices(form, List.of(HostScores.random(8, 80, 5), HostScores.random(8, 1e4, 5)));
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void separateScores(Form form) {
    double[] joint = HostScores.random(9, 4, 1)[0];
    double[] marginal = TestGraph.flat(HostScores.random(7, 4, 2));
    Layout scores =
        tf ->
            Scores.separate(
                TestGraph.constant(tf, joint, joint.length),
                TestGraph.constant(tf, marginal, marginal.length));
    if (form.needsMatrix()) {
      assertThatThrownBy(() -> evaluate(form, scores))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("use a score matrix");
    } else {
      assertEquations(form, HostScores.separate(joint, marginal), scores);
    }
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void replicas(Form form) {
    int k = 6;
    double[] all = new double[3 * k * k];
    for (int r = 0; r < 3; r++) {
      System.arraycopy(TestGraph.flat(HostScores.random(k, 3 + r, r)), 0, all, r * k * k, k * k);
    }
    List<float[]> graph = evaluate(form, tf -> Scores.matrix(TestGraph.constant(tf, all, 3, k, k)));
    for (int r = 0; r < 3; r++) {
      assertEquations(form, HostScores.matrix(HostScores.random(k, 3 + r, r)), graph, r);
    }
  }

  @ParameterizedTest
  @MethodSource("smiles")
  void tauIsTheLimit(Form form) {
    double[][] t = HostScores.random(8, 9, 4);
    for (double tau : new double[] {1, 5, Double.POSITIVE_INFINITY}) {
      HostLoss host = HostLoss.of(form.family().name(), form.form().variant(), tau);
      Loss loss = form.family().with(form.options().with("tau", tau));
      float value = TestGraph.value(tf -> loss.value(tf, Scores.matrix(TestGraph.constant(tf, t))));
      HostScores scores = HostScores.matrix(t);
      double expected = host.value().applyAsDouble(scores);
      assertThat((double) value).isCloseTo(expected, within(host.tolerance(scores, expected)));
    }
  }

  static Stream<Form> smiles() {
    return Form.all().stream()
        .filter(f -> f.form().settings().stream().anyMatch(s -> s.name().equals("tau")));
  }

  private interface Layout {
    Scores of(Ops tf);
  }

  private static Loss loss(Form form) {
    LossOptions options = form.options();
    return form.family()
        .with(
            form.form().hold().isPresent()
                ? options.withLambda(LAMBDA).withTarget(TARGET)
                : options);
  }

  private static List<Operand<TFloat32>> outputs(Ops tf, Loss loss, Scores t) {
    return List.of(loss.bound().objective(tf, t), loss.value(tf, t), loss.minimised(tf, t));
  }

  private static List<float[]> evaluate(Form form, Layout scores) {
    return TestGraph.all(tf -> outputs(tf, loss(form), form.scores(tf, scores.of(tf))));
  }

  private static void assertMatrices(Form form, List<double[][]> matrices) {
    List<float[]> graph =
        TestGraph.all(
            tf ->
                matrices.stream()
                    .map(t -> form.scores(tf, Scores.matrix(TestGraph.constant(tf, t))))
                    .flatMap(t -> outputs(tf, loss(form), t).stream())
                    .toList());
    for (int i = 0; i < matrices.size(); i++) {
      HostScores host = HostScores.matrix(matrices.get(i));
      assertEquations(form, host, graph.subList(3 * i, 3 * i + 3), 0);
    }
  }

  private static void assertEquations(Form form, HostScores host, Layout scores) {
    assertEquations(form, host, evaluate(form, scores), 0);
  }

  private static void assertEquations(Form form, HostScores t, List<float[]> graph, int replica) {
    HostLoss host = form.host();
    double lambda = form.form().hold().isPresent() ? LAMBDA : 0;
    double objective = host.objective().applyAsDouble(t);
    double value = host.value().applyAsDouble(t);
    double penalty = host.penalty(t, lambda, TARGET);
    assertFloat(graph.get(0)[replica], objective, host.tolerance(t, objective));
    assertFloat(graph.get(1)[replica], value, host.tolerance(t, value));
    assertFloat(graph.get(2)[replica], penalty - objective, host.tolerance(t, objective, penalty));
  }

  /** Equal, where numbers beyond the range of float are infinite. */
  private static void assertFloat(float actual, double expected, double tolerance) {
    if (Math.abs(expected) > Float.MAX_VALUE) {
      assertThat(actual).isEqualTo((float) expected);
    } else {
      assertThat((double) actual).isCloseTo(expected, within(tolerance));
    }
  }
}
