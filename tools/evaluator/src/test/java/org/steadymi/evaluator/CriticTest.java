package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.models.InnerProductCritic;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.proto.Manifest;

class CriticTest {
  /** Wide enough that 200 rows take several calls. */
  private static final int WIDTH = 16_384;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1, 4096", "64, 4096", "256, 4096", "3072, 341", "150528, 16"})
  void aCallTakesFewerRowsTheWiderTheyAre(int width, int rows) {
    assertThat(Critic.rowsPerCall(width)).isEqualTo(rows);
  }

  @Test
  void rowsOfSeveralCallsAreScoredAndEncodedInTheirPlaces() {
    assertThat(Critic.rowsPerCall(WIDTH)).isEqualTo(64);
    Path model = folder.resolve("model");
    CriticExporter.export(model, new InnerProductCritic(WIDTH), Manifest.getDefaultInstance());
    Rows x = rows(200, 1);
    Rows y = rows(70, 2);
    try (Critic critic = Critic.load(model, LoadOptions.DEFAULT)) {
      float[] scores = critic.scores(x, y);
      for (int i = 0; i < x.count(); i++) {
        for (int j = 0; j < y.count(); j++) {
          assertThat((double) scores[i * y.count() + j])
              .isCloseTo(product(x, i, y, j), within(1e-3));
        }
      }
      float[] features = critic.encodeX(x).values();
      for (int v = 0; v < features.length; v += 977) {
        assertThat(features[v]).isEqualTo(0.01f * x.values()[v]);
      }
    }
  }

  private static Rows rows(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new Rows(values, WIDTH);
  }

  private static double product(Rows x, int i, Rows y, int j) {
    double sum = 0;
    for (int k = 0; k < WIDTH; k++) {
      sum += (double) x.at(i, k) * y.at(j, k);
    }
    return 0.01 * sum;
  }
}
