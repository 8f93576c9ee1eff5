package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What a critic remembers from step to step. */
class RememberingTest {
  private static final int STEPS = 40;
  private static final int COUNTS = 5;
  private static final ParameterLayout LAYOUT =
      new ParameterLayout(
          List.of(
              new ParameterSpec("before", Shape.of(2), 4),
              new ParameterSpec("counts", Shape.of(COUNTS), 0, 0, false),
              new ParameterSpec("after", Shape.of(2, 3), 4),
              ParameterSpec.remembered("last")));

  /** Scores c + w (s − mean s) and c ← c + 1, with c = Σ counts / 5, the same five times. */
  private record Counting(Operation after) implements ScoreSource {
    private interface Operation {
      void apply(Ops tf, Parameters p);
    }

    @Override
    public Scores scores(Ops tf, Parameters p, Draw draw) {
      Operand<TFloat32> counts = p.get("counts");
      Operand<TFloat32> next = tf.math.add(counts, tf.constant(1f));
      if (p.training()) {
        p.remember("counts", next);
        p.remember("last", tf.math.mean(counts, tf.constant(-1)));
      }
      after.apply(tf, p);
      Operand<TFloat32> w =
          tf.reduceSum(
              p.get("after"),
              tf.constant(p.get("after").rank() == 3 ? new int[] {1, 2} : new int[] {0, 1}));
      Operand<TFloat32> w0 = tf.math.add(w, tf.reduceSum(p.get("before"), tf.constant(-1)));
      Operand<TFloat32> tilt =
          tf.math.mul(tf.expandDims(w0, tf.constant(-1)), tf.constant(new float[] {-1, 0, 1}));
      Operand<TFloat32> c = tf.math.mean(counts, tf.constant(-1));
      Operand<TFloat32> joint = tf.math.add(tilt, tf.expandDims(c, tf.constant(-1)));
      return Scores.separate(joint, tilt);
    }
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        new Optimizer.Sgd(0.1),
        new Optimizer.Adam(0.1),
        new Optimizer.Clipped(new Optimizer.Adam(0.1), 0.01));
  }

  /**
   * Each step sees what the one before it left, whether or not one call runs both, and nothing but
   * that moves what is remembered.
   */
  @ParameterizedTest
  @MethodSource("optimizers")
  void aStepSeesWhatTheLastOneLeft(Optimizer optimizer) {
    Counting source = new Counting((tf, p) -> {});
    try (TrainingLoop loop = loop(source, optimizer, new LoopSettings(3, 1))) {
      float[] start = loop.state().variables().get(0);
      Curve curve = loop.run(STEPS - 1).get(0).then(loop.run(1).get(0));
      for (int step = 0; step < STEPS; step++) {
        assertThat((double) curve.at(step, Metric.JOINT)).isCloseTo(step, within(1e-4));
      }
      State end = loop.state();
      for (int i = 2; i < 2 + COUNTS; i++) {
        assertThat(end.variables().get(0)[i]).isEqualTo(STEPS);
        for (int slot = 1; slot < end.variables().size(); slot++) {
          assertThat(end.variables().get(slot)[i]).isZero();
        }
      }
      assertThat(end.variables().get(0)[LAYOUT.offset("last")]).isEqualTo(STEPS - 1);
      for (int i : new int[] {0, 1, 7, 12}) {
        assertThat(end.variables().get(0)[i]).isNotEqualTo(start[i]);
      }
    }
  }

  @Test
  void replicasRememberEachTheirOwn() {
    Counting source = new Counting((tf, p) -> {});
    LoopSettings three = new LoopSettings(3, 1).withReplicas(3);
    try (TrainingLoop loop = loop(source, new Optimizer.Adam(0.1), three)) {
      float[] start = loop.state().variables().get(0);
      for (int r = 0; r < 3; r++) {
        start[r * LAYOUT.size() + 2] = 100 * r;
      }
      loop.restore(new State(0, List.of(start, new float[start.length], new float[start.length])));
      List<Curve> curves = loop.run(STEPS);
      for (int r = 0; r < 3; r++) {
        float[] end = loop.state().parameters(r, LAYOUT.size());
        assertThat(end[2]).isEqualTo(100 * r + STEPS);
        assertThat(end[3]).isEqualTo(STEPS);
        assertThat((double) curves.get(r).at(STEPS - 1, Metric.JOINT))
            .isCloseTo(100.0 * r / COUNTS + STEPS - 1, within(1e-4));
      }
    }
  }

  @Test
  void aFrozenLoopRemembersNothing() {
    Counting source = new Counting((tf, p) -> assertThat(p.training()).isFalse());
    try (TrainingLoop loop = loop(source, new Optimizer.Frozen(), new LoopSettings(3, 1))) {
      float[] start = loop.state().variables().get(0);
      Curve curve = loop.run(3).get(0);
      assertThat(loop.state().variables().get(0)).containsExactly(start);
      assertThat(curve.at(2, Metric.JOINT)).isCloseTo(0, within(1e-6f));
    }
    Counting writing = new Counting((tf, p) -> p.remember("last", tf.constant(1f)));
    assertThatThrownBy(() -> loop(writing, new Optimizer.Frozen(), new LoopSettings(3, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("parameters: 'last' can be remembered only while the critic learns");
  }

  @Test
  void rememberingTwiceIsRefused() {
    Counting twice = new Counting((tf, p) -> p.remember("last", tf.constant(1f)));
    assertThatThrownBy(() -> loop(twice, new Optimizer.Adam(0.1), new LoopSettings(3, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "parameters: 'last' is remembered twice in one step; score a batch that learns once");
  }

  @Test
  void whatWasNotDeclaredIsNotRemembered() {
    Counting unknown = new Counting((tf, p) -> p.remember("mean", tf.constant(1f)));
    assertThatThrownBy(() -> loop(unknown, new Optimizer.Adam(0.1), new LoopSettings(3, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameters: there is none of the name 'mean'");
  }

  private static TrainingLoop loop(ScoreSource source, Optimizer optimizer, LoopSettings settings) {
    return new TrainingLoop(LAYOUT, source, Losses.named("js"), optimizer, settings);
  }
}
