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
  static final List<Trial> TRIALS = Trial.all();
  private static final double LAMBDA = 0.7;
  private static final double TARGET = 0.4;

  @ParameterizedTest
  @FieldSource("TRIALS")
  void batches(Trial trial) {
    List<Batch> batches = new ArrayList<>();
    for (double range : new double[] {1, 6, 14}) {
      for (int k : new int[] {2, 3, 24}) {
        batches.add(trial.random(k, range, 31L * k));
      }
    }
    assertBatches(trial, batches);
  }

  /** Then every pair is joint, and no class but one is seen. */
  @ParameterizedTest
  @FieldSource("TRIALS")
  void allRowsOfOneClass(Trial trial) {
    int[] labels = {1, 1, 1, 1, 1};
    assertBatches(trial, List.of(Batch.random(trial.layout(), labels, 3, 6, 2)));
  }

  /** e^T leaves float above 88: a bound that uses it as it is says −∞ there and nothing else. */
  @ParameterizedTest
  @FieldSource("TRIALS")
  void largeScores(Trial trial) {
    assertBatches(trial, List.of(trial.random(8, 80, 5), trial.random(8, 1e4, 5)));
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void separateScores(Form form) {
    double[] joint = HostScores.random(9, 4, 1)[0];
    double[] marginal = TestGraph.flat(HostScores.random(7, 4, 2));
    Drawn scores =
        tf ->
            Scores.separate(
                TestGraph.constant(tf, joint, joint.length),
                TestGraph.constant(tf, marginal, marginal.length));
    if (form.worksOn(Layout.SEPARATE)) {
      assertEquations(form, HostScores.separate(joint, marginal), scores);
    } else {
      assertRefused(form, Layout.SEPARATE, scores);
    }
  }

  /** What {@link Layout#refusal} says before a graph is built is what building it says. */
  @ParameterizedTest
  @FieldSource("FORMS")
  void layoutsThatLackWhatALossNeedsRefuseIt(Form form) {
    for (Layout layout : Batch.LAYOUTS) {
      Batch batch = Batch.random(layout, 6, 3, 1);
      if (form.worksOn(layout)) {
        assertThat(evaluate(form, batch::scores)).hasSize(3);
      } else {
        assertRefused(form, layout, batch::scores);
      }
    }
  }

  private static void assertRefused(Form form, Layout layout, Drawn scores) {
    String why = layout.refusal(form.loss().needs()).orElseThrow();
    assertThatThrownBy(() -> evaluate(form, scores))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores: this loss " + why + "; use another loss or a score matrix");
  }

  @ParameterizedTest
  @FieldSource("TRIALS")
  void replicas(Trial trial) {
    List<Batch> batches = new ArrayList<>();
    for (int[] labels : new int[][] {{0, 1, 1, 2, 1, 0}, {3, 3, 0, 0, 1, 1}, {2, 2, 2, 2, 2, 2}}) {
      int r = batches.size();
      batches.add(Batch.random(trial.layout(), labels, 4, 3 + r, r));
    }
    List<float[]> graph = evaluate(trial.form(), tf -> Batch.replicas(tf, batches));
    for (int r = 0; r < batches.size(); r++) {
      assertEquations(trial.form(), batches.get(r).host(), graph, r);
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

  private interface Drawn {
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

  private static List<float[]> evaluate(Form form, Drawn scores) {
    return TestGraph.all(tf -> outputs(tf, loss(form), form.scores(tf, scores.of(tf))));
  }

  private static void assertBatches(Trial trial, List<Batch> batches) {
    List<float[]> graph =
        TestGraph.all(
            tf ->
                batches.stream()
                    .map(batch -> trial.scores(tf, batch))
                    .flatMap(t -> outputs(tf, loss(trial.form()), t).stream())
                    .toList());
    for (int i = 0; i < batches.size(); i++) {
      List<float[]> outputs = graph.subList(3 * i, 3 * i + 3);
      assertEquations(trial.form(), batches.get(i).host(), outputs, 0);
    }
  }

  private static void assertEquations(Form form, HostScores host, Drawn scores) {
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
