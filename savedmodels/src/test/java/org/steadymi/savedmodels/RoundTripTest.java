package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.savedmodels.proto.Manifest;

/** Export, load, and the same numbers as computed on the host in double. */
class RoundTripTest {
  private static final ReluCritic CRITIC = ReluCritic.small();
  private static final double OFFSET = 0.75;

  /**
   * Largest rounding error of a score in float32: about 20 products and sums of numbers below 100,
   * each with relative error 2^-24.
   */
  private static final double ROUNDING = 20 * 100 * 0x1p-24;

  @TempDir static Path folder;
  private static SavedCritic loaded;

  @BeforeAll
  static void exportAndLoad() {
    Path model = folder.resolve("model");
    CriticExporter.export(
        model, CRITIC, Samples.withPmi(Manifest.Pmi.Identification.UP_TO_CONSTANT, OFFSET));
    loaded = SavedCritic.load(model);
  }

  @AfterAll
  static void close() {
    loaded.close();
  }

  @Test
  void tellsItsSizesAndSignatures() {
    assertThat(loaded.xSize()).isEqualTo(CRITIC.xSize());
    assertThat(loaded.ySize()).isEqualTo(CRITIC.ySize());
    assertThat(SignatureName.values()).allMatch(loaded::has);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 300})
  void scoresAlignedPairs(int n) {
    float[] x = Samples.rows(n, CRITIC.xSize(), 1);
    float[] y = Samples.rows(n, CRITIC.ySize(), 2);
    float[] scores = loaded.score(x, y, n);
    assertThat(scores).hasSize(n);
    for (int i = 0; i < n; i++) {
      assertThat((double) scores[i]).isCloseTo(CRITIC.score(x, i, y, i), within(ROUNDING));
    }
  }

  @Test
  void scoresAllPairsWithRowsOfXAsRows() {
    int n = 4;
    int m = 6;
    float[] x = Samples.rows(n, CRITIC.xSize(), 3);
    float[] y = Samples.rows(m, CRITIC.ySize(), 4);
    float[] scores = loaded.scoreMatrix(x, n, y, m);
    assertThat(scores).hasSize(n * m);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < m; j++) {
        assertThat((double) scores[i * m + j])
            .isCloseTo(CRITIC.score(x, i, y, j), within(ROUNDING));
      }
    }
  }

  @Test
  void scoresAllPairsWithoutACopy() {
    float[] x = Samples.rows(4, CRITIC.xSize(), 3);
    float[] y = Samples.rows(6, CRITIC.ySize(), 4);
    float[] into = new float[24];
    long size =
        loaded.scoreMatrix(
            x,
            4,
            y,
            6,
            scores -> {
              scores.read(into);
              return scores.size();
            });
    assertThat(size).isEqualTo(24);
    assertThat(into).isEqualTo(loaded.scoreMatrix(x, 4, y, 6));
  }

  @Test
  void givesSeveralThreadsTheSameScores() {
    float[] x = Samples.rows(50, CRITIC.xSize(), 9);
    float[] y = Samples.rows(50, CRITIC.ySize(), 10);
    float[] alone = loaded.score(x, y, 50);
    assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> loaded.score(x, y, 50)))
        .allSatisfy(scores -> assertThat(scores).isEqualTo(alone));
  }

  @Test
  void givesCallersWithThreadsOfTheirOwnTheSameScores() {
    float[] x = Samples.rows(50, CRITIC.xSize(), 9);
    float[] y = Samples.rows(50, CRITIC.ySize(), 10);
    LoadOptions two = LoadOptions.DEFAULT.withCallers(2, 1);
    try (SavedCritic critic = SavedCritic.load(folder.resolve("model"), two)) {
      assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> critic.score(x, y, 50)))
          .allSatisfy(scores -> assertThat(scores).isEqualTo(loaded.score(x, y, 50)));
    }
  }

  @Test
  void subtractsTheOffsetFromTheScoreToGivePmi() {
    float[] x = Samples.rows(5, CRITIC.xSize(), 5);
    float[] y = Samples.rows(5, CRITIC.ySize(), 6);
    float[] pmi = loaded.pmi(x, y, 5);
    for (int i = 0; i < 5; i++) {
      assertThat((double) pmi[i]).isCloseTo(CRITIC.score(x, i, y, i) - OFFSET, within(ROUNDING));
    }
  }

  @Test
  void encodesBothSides() {
    float[] x = Samples.rows(3, CRITIC.xSize(), 7);
    float[] y = Samples.rows(3, CRITIC.ySize(), 8);
    float[] featuresOfX = loaded.encodeX(x, 3);
    float[] featuresOfY = loaded.encodeY(y, 3);
    assertThat(featuresOfX).hasSize(3 * CRITIC.features());
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < CRITIC.features(); k++) {
        int at = i * CRITIC.features() + k;
        assertThat((double) featuresOfX[at])
            .isCloseTo(CRITIC.featuresOfX(x, i)[k], within(ROUNDING));
        assertThat((double) featuresOfY[at])
            .isCloseTo(CRITIC.featuresOfY(y, i)[k], within(ROUNDING));
      }
    }
  }

  @Test
  void fillsInTheManifest() {
    Manifest manifest = loaded.manifest().orElseThrow();
    assertThat(manifest.getContractVersion()).isEqualTo(Manifests.CONTRACT_VERSION);
    assertThat(manifest.getProducer().getTensorflowVersion()).startsWith("2.");
    assertThat(manifest.getCritic().getXSize()).isEqualTo(CRITIC.xSize());
    assertThat(manifest.getCritic().getYSize()).isEqualTo(CRITIC.ySize());
    assertThat(manifest.getCritic().getFeatures()).isEqualTo(CRITIC.features());
    assertThat(manifest.getTraining().getSeed()).isEqualTo(1L << 60);
    assertThat(manifest.getLoss()).isEqualTo(Samples.manifest().getLoss());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void standardisesInsideTheGraphOnlyWhenAsked(boolean inside) {
    Manifest manifest =
        Samples.manifest().toBuilder()
            .setStandardisation(
                Manifest.Standardisation.newBuilder()
                    .addAllXMean(List.of(1.0, -1.0, 0.5))
                    .addAllXScale(List.of(2.0, 0.5, 4.0))
                    .setInsideGraph(inside))
            .build();
    Path model = folder.resolve("standardised-" + inside);
    CriticExporter.export(model, CRITIC, manifest);
    float[] raw = {3, -0.75f, 2.5f};
    float[] standardised = {1, 0.5f, 0.5f};
    float[] y = {1, -1};
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat((double) critic.score(raw, y, 1)[0])
          .isCloseTo(CRITIC.score(inside ? standardised : raw, 0, y, 0), within(ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDENTIFICATION_UNSPECIFIED", "UP_TO_FUNCTION_OF_X", "NONE"})
  void hasNoPmiWhereTheBoundDoesNotIdentifyIt(String identification) {
    Path model = folder.resolve(identification);
    CriticExporter.export(
        model,
        CRITIC,
        Samples.withPmi(Manifest.Pmi.Identification.valueOf(identification), OFFSET));
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.has(SignatureName.PMI)).isFalse();
      assertThatThrownBy(() -> critic.pmi(new float[3], new float[2], 1))
          .isInstanceOf(SavedModelException.class)
          .hasMessage(
              "%s has no signature pmi; it has [score, score_matrix, encode_x, encode_y]", model);
    }
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatThrownBy(() -> loaded.score(new float[8], new float[4], 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x holds 8 values, needed are 2 rows of 3; give at least one row and all of its values");
    assertThatThrownBy(() -> loaded.encodeY(new float[0], 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("y holds 0 values, needed are 0 rows of 2");
  }
}
