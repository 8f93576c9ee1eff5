package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.Pairs;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SavedCritic;

class EstimationExportTest {
  private static final double SINGLE = 1e-4;

  /** Every row of one fold has, from disk, the pointwise value that the estimate has for it. */
  @Test
  void theExportedCriticGivesTheSamePointwiseValues(@TempDir Path folder) {
    Sample sample = Numbers.correlated(400, 2, 0.8, 6);
    EstimateOptions options = EstimateOptions.DEFAULTS.withMethod("js").withFolds(2).withThreads(1);
    Estimation estimation =
        Estimation.of(
            new Variable(sample.x(), false),
            new Variable(sample.y(), false),
            options,
            EstimationProgress.NONE);
    Path model = folder.resolve("model");
    estimation.export(model, "normals", IfPresent.REFUSE);
    Pairs raw = sample.mapped(Scaling.none(2), Scaling.none(2));
    try (SavedCritic critic = SavedCritic.load(model, LoadOptions.DEFAULT)) {
      float[] pmi = critic.pmi(raw.x().values(), raw.y().values(), raw.count());
      double[] expected = estimation.estimate().pointwise();
      long equal =
          IntStream.range(0, pmi.length)
              .filter(row -> Math.abs(pmi[row] - expected[row]) < SINGLE)
              .count();
      assertThat(equal).isGreaterThanOrEqualTo(200); // the rows that were held out in its fold
      assertThat(critic.manifest().orElseThrow().getData().getFingerprint())
          .isEqualTo(sample.fingerprint())
          .hasSize(64);
    }
  }
}
