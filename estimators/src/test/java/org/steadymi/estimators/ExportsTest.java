package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.SavedCritic;
import org.steadymi.savedmodels.SavedModelException;
import org.steadymi.savedmodels.SignatureName;
import org.steadymi.savedmodels.proto.Manifest;
import org.steadymi.savedmodels.proto.Manifest.Pmi.Identification;

class ExportsTest {
  private static final PairSource SOURCE = Gaussian.ofMi(2, 1);

  /** Scores are of order 1; the two graphs may order the sums of a layer differently. */
  private static final Offset<Float> ROUNDING = within(1e-5f);

  @TempDir private Path folder;

  private static TrainingConfig config(String loss, String critic) {
    return TrainingConfig.of(SOURCE, CriticSpecs.parse(critic, SOURCE), LossSpecs.parse(loss))
        .with(new Optimizer.Adam(1e-2))
        .with(new Schedule(60, 20, 8, 8))
        .with(new LoopSettings(32, 5));
  }

  private static TrainingResult train(TrainingConfig config) {
    return new Trainer(config, TrainingProgress.NONE).train().get(0);
  }

  /** A result with the critic's initial parameters, for what does not depend on training. */
  private static TrainingResult untrained(TrainingConfig config) {
    Curve curve = Curves.of(0, 2, i -> 1, i -> 0.5);
    float[] parameters = new ParameterLayout(config.critic().parameters()).initial(7);
    return new TrainingResult(
        0,
        curve,
        new Checkpoint(1, 0.5, 0.5, 0.75, parameters),
        BatchMean.of(new double[] {0.5, 0.25}),
        0.1);
  }

  private Path export(TrainingConfig config, TrainingResult result) {
    Path model = folder.resolve("model");
    Exports.export(model, config, result, IfPresent.REFUSE);
    return model;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "separable:hidden=8,layers=2,features=4",
        "separable:hidden=8,layers=1,features=4,shared=true",
        "concat:hidden=8,layers=2",
        "concat:hidden=8,layers=1,output-bias=false",
        "bilinear"
      })
  void theExportedModelScoresAsTheTrainingGraph(String spec) {
    TrainingConfig config = config("remine", spec);
    TrainingResult result = untrained(config);
    try (SavedCritic model = SavedCritic.load(export(config, result))) {
      for (int n : new int[] {1, 7}) {
        Pairs pairs = SOURCE.pairs(Split.REPORT, 1, n);
        float[] expected =
            InferenceGraph.scoreMatrix(
                config.critic(), result.selected().parameters(), pairs.x(), pairs.y());
        float[] x = pairs.x().values();
        float[] y = pairs.y().values();
        float[] matrix = model.scoreMatrix(x, n, y, n);
        assertThat(matrix).containsExactly(expected, ROUNDING);
        float[] aligned = model.score(x, y, n);
        assertThat(aligned).hasSize(n);
        for (int i = 0; i < n; i++) {
          assertThat(aligned[i]).isCloseTo(expected[i * n + i], ROUNDING);
        }
      }
    }
  }

  @Test
  void theFeaturesOfASeparableCriticAreExportedWithIt() {
    TrainingConfig config = config("infonce", "separable:hidden=8,layers=1,features=4");
    try (SavedCritic model = SavedCritic.load(export(config, untrained(config)))) {
      Pairs pairs = SOURCE.pairs(Split.REPORT, 1, 3);
      float[] fx = model.encodeX(pairs.x().values(), 3);
      float[] gy = model.encodeY(pairs.y().values(), 3);
      float[] scores = model.score(pairs.x().values(), pairs.y().values(), 3);
      for (int i = 0; i < 3; i++) {
        float product = 0;
        for (int k = 0; k < 4; k++) {
          product += fx[i * 4 + k] * gy[i * 4 + k];
        }
        assertThat(scores[i]).isCloseTo(product, ROUNDING);
      }
      assertThat(model.manifest().orElseThrow().getCritic().getFeatures()).isEqualTo(4);
    }
  }

  @Test
  void theManifestSaysWhereTheModelComesFrom() {
    TrainingConfig config =
        config("resmile:lambda=0.25,target=-1,tau=5", "concat:hidden=8,layers=1")
            .with(new LoopSettings(32, 2, 5, ""));
    TrainingResult result = new Trainer(config, TrainingProgress.NONE).train().get(1);
    Manifest manifest;
    try (SavedCritic model = SavedCritic.load(export(config, result))) {
      manifest = model.manifest().orElseThrow();
    }
    assertThat(manifest.getProducer().getName()).isEqualTo("SteadyMI");
    assertThat(manifest.getProducer().getVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    Manifest.Loss loss = manifest.getLoss();
    assertThat(loss.getName()).isEqualTo("resmile");
    assertThat(loss.getBound()).isEqualTo("smile");
    assertThat(loss.getRegularizer()).isEqualTo("log_partition");
    assertThat(loss.getLambda()).isEqualTo(0.25);
    assertThat(loss.getTarget()).isEqualTo(-1);
    assertThat(loss.getOptionsMap()).isEqualTo(Map.of("tau", "5.0", "form", "js"));
    Manifest.Critic critic = manifest.getCritic();
    assertThat(critic.getKind()).isEqualTo("concat");
    assertThat(critic.getOptionsMap()).isEqualTo(config.critic().options());
    assertThat(critic.getXSize()).isEqualTo(2);
    assertThat(critic.hasFeatures()).isFalse();
    assertThat(manifest.getData().getSpec()).isEqualTo("gaussian:dim=2,mi=1");
    assertThat(manifest.getData().getFingerprint()).isEqualTo(SOURCE.fingerprint());
    assertThat(manifest.getData().getTrueMi()).isEqualTo(1);
    Manifest.Training training = manifest.getTraining();
    assertThat(training.getSeed()).isEqualTo(5);
    assertThat(training.getReplica()).isEqualTo(1);
    assertThat(training.getSteps()).isEqualTo(60);
    assertThat(training.getBatch()).isEqualTo(32);
    assertThat(training.getOptimizer()).isEqualTo("adam");
    assertThat(training.getLearningRate()).isEqualTo(1e-2);
    assertThat(training.getSelectedStep()).isEqualTo(result.selected().step());
    assertThat(manifest.getSelection().getSplit()).isEqualTo("selection");
    assertThat(manifest.getSelection().getReadOut()).isEqualTo("smile");
    assertThat(manifest.getSelection().getValue()).isEqualTo(result.selected().value());
    assertThat(manifest.getCurve().getPointsList()).hasSize(60);
    assertThat(manifest.getCurve().getPoints(59).getStep()).isEqualTo(59);
    assertThat(manifest.getCurve().getPoints(59).getValue())
        .isEqualTo(result.curve().at(59, Metric.VALUE));
  }

  @Test
  void aPlainLossHasNoRegulariserInTheManifest() {
    TrainingConfig config = config("infonce", "bilinear");
    Manifest.Loss loss = Exports.manifest(config, untrained(config)).getLoss();
    assertThat(loss.getName()).isEqualTo("infonce");
    assertThat(loss.getRegularizer()).isEmpty();
    assertThat(loss.getLambda()).isZero();
    assertThat(loss.hasTarget()).isFalse();
  }

  /** The optima of the bounds: log r, 1 + log r, log r + c, log r + c(x). */
  @ParameterizedTest
  @CsvSource({
    "js, EXACT, 0, theory",
    "smile, EXACT, 0, theory",
    "nwj, EXACT, 1, theory",
    "tuba, EXACT, 0, theory",
    "renwj, EXACT, 1, theory",
    "'retuba:a=2', EXACT, 0.6931471805599453, theory",
    "renwj:variant=code, UP_TO_CONSTANT, , selection",
    "rejs, UP_TO_CONSTANT, , selection",
    "mine, UP_TO_CONSTANT, , selection",
    "smile:variant=clipped, UP_TO_CONSTANT, , selection",
    "infonce, UP_TO_FUNCTION_OF_X, , ''"
  })
  void theManifestSaysHowFarTheScoresArePointwiseInformation(
      String loss, Identification identification, Double offset, String source) {
    TrainingConfig config = config(loss, "bilinear");
    Manifest.Pmi pmi = Exports.manifest(config, untrained(config)).getPmi();
    assertThat(pmi.getIdentification()).isEqualTo(identification);
    assertThat(pmi.getOffsetSource()).isEqualTo(source);
    switch (identification) {
      case EXACT -> assertThat(pmi.getOffset()).isEqualTo(offset);
      case UP_TO_CONSTANT -> assertThat(pmi.getOffset()).isEqualTo(0.75);
      default -> assertThat(pmi.hasOffset()).isFalse();
    }
  }

  /**
   * E_Q[e^pmi] = 1 for a density ratio, and the offset makes it so on the selection split. Here it
   * is averaged over n = 4,000 other pairs of that split. Under Q, r has the variance (1 − ρ²)^−2 −
   * 1 = e² − 1 in two dimensions, so one standard error is √(6.4 / n) = 0.04; the offset itself
   * comes from 32 batches of 32 pairs and has twice that. Five of both together are 0.45.
   */
  @Test
  void thePointwiseInformationOfMineIsNormalisedOnTheSelectionSplit() {
    TrainingConfig config =
        config("mine", "separable:hidden=16,layers=1,features=8")
            .with(new Schedule(200, 50, 32, 8));
    TrainingResult result = train(config);
    try (SavedCritic model = SavedCritic.load(export(config, result))) {
      int n = 4000;
      float[] x = SOURCE.pairs(Split.SELECTION, 11, n).x().values();
      float[] y = SOURCE.pairs(Split.SELECTION, 12, n).y().values();
      float[] pmi = model.pmi(x, y, n);
      double mean = 0;
      for (float value : pmi) {
        mean += Math.exp(value) / n;
      }
      assertThat(mean).isCloseTo(1, within(0.45));
      double level = result.selected().logMarginal();
      assertThat(Math.abs(level)).as("an offset that matters").isGreaterThan(0.45);
      assertThat((double) model.score(x, y, n)[0] - pmi[0]).isCloseTo(level, within(1e-5));
    }
  }

  @Test
  void noPointwiseInformationWhereTheBoundLeavesAFunctionFree() {
    TrainingConfig config = config("infonce", "bilinear");
    try (SavedCritic model = SavedCritic.load(export(config, untrained(config)))) {
      assertThat(model.has(SignatureName.PMI)).isFalse();
      assertThat(model.has(SignatureName.SCORE)).isTrue();
    }
  }

  @Test
  void aModelThatIsThereIsReplacedOnlyOnDemand() {
    TrainingConfig config = config("infonce", "bilinear");
    TrainingResult result = untrained(config);
    Path model = export(config, result);
    assertThatExceptionOfType(SavedModelException.class)
        .isThrownBy(() -> Exports.export(model, config, result, IfPresent.REFUSE))
        .withMessageContaining("exists already");
    Exports.export(model, config, result, IfPresent.REPLACE);
    assertThat(model).isDirectory();
  }
}
