package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.SavedCritic;
import org.steadymi.savedmodels.SignatureName;

/** A convolutional network with batch normalisation on digits, in both pairings by class. */
class ImageTrainingTest {
  /** Scores are of order 10; the two graphs may order the sums of a layer differently. */
  private static final Offset<Float> ROUNDING = within(1e-3f);

  private static final int STEPS = 60;
  private static final int EVERY = 25;
  private static final int FEATURES = 8;

  private static TrainingConfig config(String pairs, int seed) {
    return config(pairs, "small-cnn:width=4,features=" + FEATURES, seed);
  }

  private static TrainingConfig config(String pairs, String critic, int seed) {
    PairSource digits = PairSources.parse("digits:pairs=" + pairs);
    return TrainingConfig.of(digits, CriticSpecs.parse(critic, digits), LossSpecs.parse("js"))
        .with(new Optimizer.Adam(5e-3))
        .with(new Schedule(STEPS, EVERY, 8, 8))
        .with(new LoopSettings(32, seed));
  }

  private static TrainingResult train(TrainingConfig config, Snapshots snapshots) {
    return new Trainer(config, TrainingProgress.NONE, snapshots).train().get(0);
  }

  /** JS' objective is a mean of log-probabilities: −2 log 2 for scores of 0, at most 0. */
  @ParameterizedTest
  @ValueSource(strings = {"contrastive", "supervised"})
  void theObjectiveRisesAndEveryLookIsSeenTheUntrainedCriticFirst(String pairs) {
    TrainingConfig config = config(pairs, 0);
    List<TrainingResult> seen = new ArrayList<>();
    TrainingResult result = train(config, seen::add);
    assertThat(seen).extracting(s -> s.selected().step()).containsExactly(0, 25, 50, 60);
    assertThat(seen)
        .allSatisfy(
            s -> {
              assertThat(s.report()).isEqualTo(BatchMean.NONE);
              assertThat(s.curve().steps()).isEqualTo(s.selected().step());
            });
    assertThat(seen.get(0).selected().parameters())
        .as("untrained")
        .containsExactly(config.layout().initial(0));
    double untrained = seen.get(0).selected().objective();
    assertThat(result.selected().step()).isPositive();
    assertThat(result.selected().objective())
        .isEqualTo(seen.stream().mapToDouble(s -> s.selected().objective()).max().orElseThrow())
        .isGreaterThan(untrained + 0.1);
    assertThat(result.report().batches()).isEqualTo(8);
    assertThat(result.report().mean()).isFinite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"contrastive", "supervised"})
  void theSameSeedGivesTheSameCriticAndAnotherSeedAnother(String pairs) {
    Schedule few = new Schedule(6, 3, 2, 2);
    TrainingResult one = train(config(pairs, 1).with(few), Snapshots.NONE);
    TrainingResult two = train(config(pairs, 1).with(few), Snapshots.NONE);
    assertThat(two.curve().values()).containsExactly(one.curve().values());
    assertThat(two.selected()).usingRecursiveComparison().isEqualTo(one.selected());
    assertThat(two.report()).isEqualTo(one.report());
    TrainingResult other = train(config(pairs, 2).with(few), Snapshots.NONE);
    assertThat(other.curve().values()[0]).isNotEqualTo(one.curve().values()[0]);
  }

  /**
   * With moving averages in batch normalisation the score of a pair does not depend on what is
   * scored beside it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"contrastive", "supervised"})
  void theExportedCriticScoresAsTheGraphThatJudgesDoesWhateverTheBatch(
      String pairs, @TempDir Path folder) {
    TrainingConfig config = config(pairs, 0).with(new Schedule(20, 20, 2, 2));
    List<TrainingResult> seen = new ArrayList<>();
    train(config, seen::add);
    TrainingResult trained = seen.get(seen.size() - 1);
    assertThat(trained.selected().step()).as("a critic with a history").isEqualTo(20);
    Path model = folder.resolve("model");
    Exports.export(model, config, trained, IfPresent.REFUSE);
    var drawn = config.data().pairs(Split.REPORT, 1, 7);
    Rows x = drawn.x();
    Rows y = drawn.y();
    float[] expected =
        InferenceGraph.scoreMatrix(config.critic(), trained.selected().parameters(), x, y);
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.scoreMatrix(x.values(), 7, y.values(), 7))
          .containsExactly(expected, ROUNDING);
      float[] aligned = critic.score(x.values(), y.values(), 7);
      float[] fx = critic.encodeX(x.values(), 7);
      float[] fy = critic.encodeY(y.values(), 7);
      double[] rest = new double[7];
      for (int i = 0; i < 7; i++) {
        assertThat(aligned[i]).isCloseTo(expected[i * 7 + i], ROUNDING);
        float[] alone = critic.score(x.slice(i, i + 1).values(), y.slice(i, i + 1).values(), 1);
        assertThat(alone[0]).as("scored alone").isCloseTo(expected[i * 7 + i], ROUNDING);
        rest[i] = aligned[i];
        for (int k = 0; k < FEATURES; k++) {
          rest[i] -= (double) fx[i * FEATURES + k] * fy[i * FEATURES + k];
        }
      }
      assertThat(critic.has(SignatureName.ENCODE_X)).isTrue();
      assertThat(critic.has(SignatureName.ENCODE_Y)).isTrue();
      assertThat(rest).as("bias of the class alone").hasSize(7);
      for (int i = 0; i < 7; i++) {
        assertThat(rest[i]).isCloseTo(bias(config, trained, y, i), within(1e-3));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mlp:hidden=8,features=4",
        "small-cnn:width=4,features=4",
        "resnet18:features=4",
        "resnet18:form=imagenet,features=4"
      })
  void everyEncoderIsExported(String encoder, @TempDir Path folder) {
    TrainingConfig config =
        config("contrastive", encoder, 0)
            .with(new Schedule(1, 1, 1, 1))
            .with(new LoopSettings(4, 0));
    TrainingResult trained = train(config, Snapshots.NONE);
    Exports.export(folder.resolve("model"), config, trained, IfPresent.REFUSE);
    var drawn = config.data().pairs(Split.REPORT, 1, 2);
    float[] x = drawn.x().values();
    float[] parameters = trained.selected().parameters();
    try (SavedCritic critic = SavedCritic.load(folder.resolve("model"))) {
      assertThat(critic.scoreMatrix(x, 2, x, 2))
          .containsExactly(
              InferenceGraph.scoreMatrix(config.critic(), parameters, drawn.x(), drawn.x()),
              ROUNDING);
    }
  }

  /** What a label's score has beside the product of the features: b of its class. */
  private static double bias(TrainingConfig config, TrainingResult trained, Rows y, int row) {
    if (config.data().spec().endsWith("contrastive")) {
      return 0;
    }
    var layout = config.layout();
    int at = layout.offset("classes/bias");
    double bias = 0;
    for (int c = 0; c < y.width(); c++) {
      bias += y.at(row, c) * trained.selected().parameters()[at + c];
    }
    return bias;
  }
}
