package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;

class TrainingLoopTest {
  private static final int DIMENSION = 4;
  private static final Optimizer ADAM = new Optimizer.Adam(1e-3);
  private static final LoopSettings SETTINGS = new LoopSettings(16, 5);

  static List<Critic> critics() {
    return List.of(
        new SeparableCritic(DIMENSION, DIMENSION, new SeparableCritic.Settings(16, 2, 8, false)),
        new ConcatCritic(DIMENSION, DIMENSION, new ConcatCritic.Settings(16, 2, true)),
        new BilinearCritic(DIMENSION, DIMENSION));
  }

  @ParameterizedTest
  @MethodSource("critics")
  void theSameSeedGivesTheSameCurvesBitForBit(Critic critic) {
    float[] whole;
    State end;
    try (TrainingLoop loop = loop(critic, "resmile", ADAM, SETTINGS)) {
      whole = loop.run(60).get(0).values();
      end = loop.state();
    }
    try (TrainingLoop loop = loop(critic, "resmile", ADAM, SETTINGS)) {
      assertThat(bits(loop.run(60).get(0).values())).isEqualTo(bits(whole));
      assertThat(bits(loop.state().variables().get(0))).isEqualTo(bits(end.variables().get(0)));
    }
  }

  @Test
  void theLengthOfACallDoesNotMatter() {
    try (TrainingLoop whole = loop(SETTINGS);
        TrainingLoop parts = loop(SETTINGS)) {
      Curve all = whole.run(60).get(0);
      Curve first = parts.run(1).get(0);
      Curve second = parts.run(29).get(0);
      Curve third = parts.run(30).get(0);

      assertThat(bits(first.then(second).then(third).values())).isEqualTo(bits(all.values()));
      assertThat(List.of(first.firstStep(), second.firstStep(), third.firstStep()))
          .containsExactly(0, 1, 30);
      assertThat(parts.step()).isEqualTo(60);
    }
  }

  @Test
  void aRestoredStateGoesOnBitForBit() {
    State middle;
    float[] rest;
    try (TrainingLoop loop = loop(SETTINGS)) {
      loop.run(20);
      middle = loop.state();
      rest = loop.run(20).get(0).values();
      loop.restore(middle);
      assertThat(loop.step()).isEqualTo(20);
      assertThat(bits(loop.run(20).get(0).values())).isEqualTo(bits(rest));
    }
    try (TrainingLoop other = loop(SETTINGS)) {
      other.restore(middle);
      assertThat(bits(other.run(20).get(0).values())).isEqualTo(bits(rest));
    }
  }

  @Test
  void anotherSeedGivesOtherParametersAndOtherBatches() {
    try (TrainingLoop one = loop(SETTINGS);
        TrainingLoop other = loop(new LoopSettings(16, 6))) {
      State start = one.state();
      assertThat(other.state().variables().get(0)).isNotEqualTo(start.variables().get(0));
      other.restore(start);
      assertThat(other.run(1).get(0).values()).isNotEqualTo(one.run(1).get(0).values());
    }
  }

  /** Loops share names of variables, not variables. */
  @Test
  void loopsSideBySideDoNotTouchEachOther() {
    float[] alone;
    try (TrainingLoop loop = loop(SETTINGS)) {
      alone = loop.run(20).get(0).values();
    }
    try (TrainingLoop loop = loop(SETTINGS);
        TrainingLoop beside = loop(new LoopSettings(16, 77))) {
      Curve curve = loop.run(10).get(0);
      beside.run(10);
      assertThat(bits(curve.then(loop.run(10).get(0)).values())).isEqualTo(bits(alone));
    }
  }

  /**
   * A replica starts from the parameters of a single run and, the draws being blocks of one stream,
   * replica 0 sees its batches too. Its sums are taken in another order, so the two part by
   * rounding.
   */
  @ParameterizedTest
  @MethodSource("critics")
  void replicaZeroFollowsTheSingleRun(Critic critic) {
    try (TrainingLoop single = loop(critic, "remine", ADAM, SETTINGS);
        TrainingLoop replicas = loop(critic, "remine", ADAM, SETTINGS.withReplicas(3))) {
      int size = single.state().variables().get(0).length;
      assertThat(replicas.state().parameters(0, size))
          .containsExactly(single.state().variables().get(0));
      List<Curve> curves = replicas.run(20);
      float[] expected = single.run(20).get(0).values();

      assertThat(curves).hasSize(3);
      for (int i = 0; i < expected.length; i++) {
        assertThat(curves.get(0).values()[i])
            .isCloseTo(expected[i], within(1e-4f * (1 + Math.abs(expected[i]))));
      }
      assertThat(curves.get(1).values()).isNotEqualTo(curves.get(0).values());
      assertThat(curves.get(2).values()).isNotEqualTo(curves.get(1).values());
    }
  }

  @Test
  void replicasAreReproducibleToo() {
    LoopSettings three = SETTINGS.withReplicas(3);
    try (TrainingLoop one = loop(three);
        TrainingLoop other = loop(three)) {
      List<Curve> curves = one.run(30);
      List<Curve> again = new ArrayList<>(other.run(10));
      List<Curve> rest = other.run(20);
      for (int r = 0; r < 3; r++) {
        assertThat(bits(again.get(r).then(rest.get(r)).values()))
            .isEqualTo(bits(curves.get(r).values()));
      }
    }
  }

  @Test
  void theGraphDoesNotGrow() {
    try (TrainingLoop loop = loop(SETTINGS)) {
      int built = loop.operations();
      loop.run(5);
      loop.restore(loop.state());
      loop.run(5);
      assertThat(loop.operations()).isEqualTo(built);
    }
  }

  /** A frozen loop sees what the training loop sees before its first update, at every step. */
  @Test
  void aFrozenLoopOnlyMeasures() {
    try (TrainingLoop training = loop(SETTINGS);
        TrainingLoop frozen = loop(critics().get(0), "mine", new Optimizer.Frozen(), SETTINGS)) {
      State start = frozen.state();
      Curve measured = frozen.run(30).get(0);
      Curve trained = training.run(1).get(0);

      assertThat(frozen.state().variables()).hasSize(1);
      assertThat(frozen.state().variables().get(0)).containsExactly(start.variables().get(0));
      for (Metric metric : Metric.values()) {
        float expected = metric == Metric.GRADIENT_NORM ? 0 : trained.at(0, metric);
        assertThat(measured.at(0, metric)).as(metric.name()).isEqualTo(expected);
      }
      assertThat(measured.series(Metric.VALUE)).doesNotHaveDuplicates();
      frozen.restore(start);
      assertThat(bits(frozen.run(30).get(0).values())).isEqualTo(bits(measured.values()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void runsWithoutStepsAreRefused(int steps) {
    try (TrainingLoop loop = loop(SETTINGS)) {
      assertThatThrownBy(() -> loop.run(steps))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("training loop: expected at least 1 step, found " + steps);
    }
  }

  @Test
  void settingsThatAreNoLoopAreRefused() {
    assertThatThrownBy(() -> new LoopSettings(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("training loop: expected batch of at least 2, found 1");
    assertThatThrownBy(() -> SETTINGS.withReplicas(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("training loop: expected replicas of at least 1, found 0");
  }

  @Test
  void aStateOfAnotherLoopIsRefused() {
    try (TrainingLoop loop = loop(SETTINGS);
        TrainingLoop frozen = loop(critics().get(0), "mine", new Optimizer.Frozen(), SETTINGS);
        TrainingLoop replicas = loop(SETTINGS.withReplicas(2))) {
      int size = loop.state().variables().get(0).length;
      assertThatThrownBy(() -> loop.restore(frozen.state()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("training loop: expected a state of 3 variables, found 1");
      assertThatThrownBy(() -> loop.restore(replicas.state()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "training loop: expected variables of "
                  + size
                  + " numbers, found one of "
                  + 2 * size);
    }
  }

  @Test
  void aLossThatDoesNotFitTheScoresSaysSo() {
    GaussianBatches matrices = source(critics().get(0));
    ScoreSource separate =
        (tf, parameters, draw) -> {
          Scores t = matrices.scores(tf, parameters, draw);
          return Scores.separate(
              tf.expandDims(t.meanJoint(tf), tf.constant(0)),
              tf.expandDims(t.meanMarginal(tf), tf.constant(0)));
        };
    assertThatThrownBy(
            () ->
                new TrainingLoop(
                    matrices.layout(), separate, Losses.named("infonce"), ADAM, SETTINGS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("use another loss or a score matrix");
  }

  @Test
  void aDeviceIsNamed() {
    List<int[]> curves = new ArrayList<>();
    for (String device : List.of("", "CPU:0", "/cpu")) {
      try (TrainingLoop loop =
          loop(critics().get(0), "mine", ADAM, new LoopSettings(16, 1, 5, device))) {
        curves.add(bits(loop.run(2).get(0).values()));
      }
    }
    assertThat(curves).allSatisfy(curve -> assertThat(curve).isEqualTo(curves.get(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ABC", "GPU:x", "GPU:-1", "GPU:"})
  void whatIsNoDeviceIsRefused(String device) {
    assertThatThrownBy(
            () -> loop(critics().get(0), "mine", ADAM, new LoopSettings(16, 1, 5, device)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device: expected CPU, GPU or, with a number, GPU:0, found '" + device + "'");
  }

  private static TrainingLoop loop(LoopSettings settings) {
    return loop(critics().get(0), "mine", ADAM, settings);
  }

  private static TrainingLoop loop(
      Critic critic, String loss, Optimizer optimizer, LoopSettings settings) {
    GaussianBatches source = source(critic);
    return new TrainingLoop(source.layout(), source, Losses.named(loss), optimizer, settings);
  }

  private static GaussianBatches source(Critic critic) {
    return new GaussianBatches(critic, DIMENSION, 0.6);
  }

  /** As integers: equality of floats would take 0 for −0 and NaN for nothing. */
  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
