package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.SavedCritic;

class LossCriticsTest {
  private static final Gaussian DATA = Gaussian.ofMi(2, 0.5);

  private static final int ROWS = 7;

  @ParameterizedTest
  @CsvSource({"tnce, p(y | x)", "tnwj, p(y | x)", "loo, p(y | x)", "rate, p(y | x)", "ba, p(x)"})
  void aLossThatNeedsADensityRefusesASourceWithoutOne(String name, String density) {
    PairSource digits = PairSources.parse("digits");
    Critic chosen = CriticSpecs.parse("bilinear", digits);
    Loss loss = Losses.named(name);
    assertThatThrownBy(() -> LossCritics.of(digits, chosen, loss))
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "loss %s: needs the density %s, which digits does not know; use gaussian"
                .formatted(name, density));
    assertThatThrownBy(() -> LossCritics.optimal(digits, "bias-variance"))
        .isInstanceOf(SpecException.class)
        .hasMessageStartingWith("bias-variance: needs the density log p(x, y)/p(x)p(y)");
  }

  /**
   * What a known density gives needs no training, and what it leaves to learn has its optimum at
   * the starting point for the rate (q = N(0, 1)). InfoNCE is below I by at most log(1 + (e^{2I} −
   * 1)/K), the leave-one-out bound above by at most (e^{2I} − 1)/(K − 1); the standard error says
   * the rest.
   */
  @ParameterizedTest
  @CsvSource({"tnce, -1, 0", "loo, 0, 1", "rate, 0, 0"})
  void knownDensitiesBoundTheInformationFromTheirSides(String name, int below, int above) {
    int k = 64;
    TrainingConfig config = config(name, k).with(new Schedule(1, 1, 4, 200));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    double bias = Math.expm1(2 * 0.5) / (k - 1);
    double error = 4 * result.report().standardError();
    assertThat(result.report().mean())
        .isBetween(0.5 + below * bias - error, 0.5 + above * bias + error);
    assertThat(error).isLessThan(0.1);
  }

  /** The value that is reported of what training leaves, below I but for the sampling error. */
  @ParameterizedTest
  @ValueSource(strings = {"ba", "tnwj:hidden=16", "tuba:variant=learned,hidden=16"})
  void learnedTermsComeCloseToTheInformation(String name) {
    TrainingConfig config = config(name, 32).with(new Schedule(400, 100, 16, 200));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    double error = 4 * result.report().standardError();
    assertThat(result.report().mean()).isLessThan(0.5 + error).isGreaterThan(0.25);
  }

  /** T − log a(y) is what is exported, and what a loss remembers is not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate",
        "ba:hidden=8",
        "tuba:variant=learned,hidden=8",
        "tuba:variant=ema",
        "mine:variant=ema"
      })
  void whatWasTrainedIsWhatIsExported(String name, @TempDir Path folder) {
    TrainingConfig config = config(name, 8).with(new Schedule(20, 10, 2, 2));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    Path model = folder.resolve("model");
    Exports.export(model, config, result, IfPresent.REFUSE);
    Pairs pairs = DATA.pairs(Split.REPORT, 1, ROWS);
    float[] trained = scores(config.critic(), result.selected().parameters(), pairs);
    Offset<Float> rounding = rounding(trained);
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.manifest().orElseThrow().getLoss().getName())
          .isEqualTo(config.loss().name());
      float[] x = pairs.x().values();
      float[] y = pairs.y().values();
      assertThat(critic.scoreMatrix(x, ROWS, y, ROWS)).containsExactly(trained, rounding);
      float[] aligned = critic.score(x, y, ROWS);
      assertThat(aligned).hasSize(ROWS);
      for (int i = 0; i < ROWS; i++) {
        assertThat(aligned[i]).isCloseTo(trained[i * ROWS + i], rounding);
      }
    }
  }

  /**
   * Beside the scores of the critic that was given, by its part of the parameters, an exported one
   * has a term of y alone that is another for every y.
   */
  @Test
  void aLearnedBaselineOfYIsExportedWithItsCritic(@TempDir Path folder) {
    TrainingConfig config =
        config("tuba:variant=learned,hidden=8", 8).with(new Schedule(20, 10, 2, 2));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    Path model = folder.resolve("model");
    Exports.export(model, config, result, IfPresent.REFUSE);
    Pairs pairs = DATA.pairs(Split.REPORT, 1, ROWS);
    Critic given = ((AugmentedCritic) config.critic()).base();
    float[] without = scores(given, result.selected().parameters(), pairs);
    float[] with;
    try (SavedCritic critic = SavedCritic.load(model)) {
      with = critic.scoreMatrix(pairs.x().values(), ROWS, pairs.y().values(), ROWS);
    }
    Offset<Float> rounding = rounding(without);
    for (int j = 0; j < ROWS; j++) {
      float term = with[j] - without[j];
      for (int i = 1; i < ROWS; i++) {
        assertThat(with[i * ROWS + j] - without[i * ROWS + j]).isCloseTo(term, rounding);
      }
      float ofNext = with[(j + 1) % ROWS] - without[(j + 1) % ROWS];
      assertThat(term).isNotCloseTo(0, rounding).isNotCloseTo(ofNext, rounding);
    }
  }

  private static float[] scores(Critic critic, float[] parameters, Pairs pairs) {
    return InferenceGraph.scoreMatrix(critic, parameters, pairs.x(), pairs.y());
  }

  /** The two graphs may order the sums of a layer differently: about a hundred units of 6e-8. */
  private static Offset<Float> rounding(float... scores) {
    float greatest = 1;
    for (float score : scores) {
      greatest = Math.max(greatest, Math.abs(score));
    }
    return within(1e-5f * greatest);
  }

  /** Noise is for training: what judges and reports a critic draws none. */
  @Test
  void noiseDisturbsTrainingOnly() {
    TrainingConfig quiet = config("mine:variant=input-noise,sigma=0", 16);
    TrainingConfig noisy = config("mine:variant=input-noise,sigma=0.5", 16);
    TrainingConfig onScores = config("mine:variant=score-noise,sigma=0.5", 16);
    Schedule schedule = new Schedule(1, 1, 4, 4);
    List<TrainingResult> results =
        List.of(quiet, noisy, onScores).stream()
            .map(c -> new Trainer(c.with(schedule), TrainingProgress.NONE).train().get(0))
            .toList();
    double untrained = results.get(0).curve().at(0, Metric.VALUE);
    for (TrainingResult disturbed : results.subList(1, 3)) {
      double seen = disturbed.curve().at(0, Metric.VALUE);
      assertThat(seen).isNotCloseTo(untrained, within(1e-4));
    }
    try (FrozenCritic judge = new FrozenCritic(onScores, Split.REPORT, 4, 1);
        FrozenCritic plain = new FrozenCritic(quiet, Split.REPORT, 4, 1)) {
      float[] parameters = results.get(0).selected().parameters();
      assertThat(judge.measure(parameters).get(0).values())
          .containsExactly(plain.measure(parameters).get(0).values());
    }
  }

  private static TrainingConfig config(String loss, int batch) {
    return TrainingConfig.of(
            DATA,
            CriticSpecs.parse("separable:hidden=16,layers=1,features=8", DATA),
            LossSpecs.parse(loss))
        .with(new LoopSettings(batch, 3))
        .with(new Optimizer.Adam(5e-3));
  }
}
