package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImagePairsTest {
  private static final PairSource CONTRASTIVE = PairSources.parse("digits:pairs=contrastive");
  private static final PairSource SUPERVISED = PairSources.parse("digits:pairs=supervised");

  @Nested
  class ContrastiveDigitsTest extends PairSourceContract {
    @Override
    PairSource source() {
      return CONTRASTIVE;
    }
  }

  @Nested
  class SupervisedDigitsTest extends PairSourceContract {
    @Override
    PairSource source() {
      return SUPERVISED;
    }
  }

  /** The same labels in every split; images are numbered throughout. */
  private static ImagePairs tiny(ImagePairs.Mode mode, int classes, int... labels) {
    int n = labels.length;
    ImageSplits splits =
        new ImageSplits(
            TinyImages.of(0, classes, labels),
            TinyImages.of(n, classes, labels),
            TinyImages.of(2 * n, classes, labels));
    String pairs = mode.name().toLowerCase(Locale.ROOT);
    ImageOptions options = new ImageOptions(pairs, 0, Augmentation.NONE);
    return new ImagePairs(Spec.of("tiny").with("pairs", pairs), options, splits, "00");
  }

  /** p = (3/4, 1/4), and a third class without images: 9/16 + 1/16 = 5/8. */
  @Test
  void trueMiOfUnequalClasses() {
    int[] labels = {0, 1, 0, 0, 0, 1, 0, 0};
    assertThat(tiny(ImagePairs.Mode.ALIGNED, 3, labels).trueMi().orElseThrow())
        .isCloseTo(0.75 * Math.log(4 / 3.0) + 0.25 * Math.log(4), within(1e-12));
    assertThat(tiny(ImagePairs.Mode.CONTRASTIVE, 3, labels).trueMi().orElseThrow())
        .isCloseTo(Math.log(8 / 5.0), within(1e-12));
    assertThat(tiny(ImagePairs.Mode.SUPERVISED, 3, labels).trueMi().orElseThrow())
        .isCloseTo(Math.log(3), within(1e-12));
  }

  @ParameterizedTest
  @EnumSource
  void trueMiOfEqualClassesIsLogC(ImagePairs.Mode mode) {
    int[] labels = {0, 1, 2, 3, 0, 1, 2, 3};
    assertThat(tiny(mode, 4, labels).trueMi().orElseThrow()).isCloseTo(Math.log(4), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "ALIGNED, MATRIX, 1, false",
    "CONTRASTIVE, SAME_LABEL, 1, true",
    "SUPERVISED, LABELS, 3, true"
  })
  void modesSayHowTheyArePaired(ImagePairs.Mode mode, Pairing pairing, int ySize, boolean drawn) {
    ImagePairs pairs = tiny(mode, 3, 0, 1, 2, 0, 1, 2);
    assertThat(pairs.pairing()).isEqualTo(pairing);
    assertThat(pairs.xSize()).isEqualTo(1);
    assertThat(pairs.ySize()).isEqualTo(ySize);
    assertThat(pairs.imageShape()).hasValue(new ImageShape(1, 1, 1));
    assertThat(pairs.labelledDraws().map(LabelledDraws::classes))
        .isEqualTo(drawn ? java.util.Optional.of(3) : java.util.Optional.empty());
    assertThat(pairs.labelled(Split.REPORT).orElseThrow().labels())
        .containsExactly(0, 1, 2, 0, 1, 2);
  }

  /** Pairs of two images are aligned in every mode that has any, and stay in their split. */
  @ParameterizedTest
  @EnumSource(names = {"ALIGNED", "CONTRASTIVE"})
  void pairsOfImagesAreTwoOfOneClass(ImagePairs.Mode mode) {
    int[] labels = {0, 1, 1, 0, 1};
    ImagePairs pairs = tiny(mode, 2, labels);
    for (Split split : Split.values()) {
      int place = List.of(Split.values()).indexOf(split);
      Pairs drawn = pairs.pairs(split, 3, 200);
      int[] x = TinyImages.numbers(drawn.x());
      int[] y = TinyImages.numbers(drawn.y());
      for (int i = 0; i < x.length; i++) {
        assertThat(x[i] / labels.length).isEqualTo(place);
        assertThat(y[i] / labels.length).isEqualTo(place);
        assertThat(labels[y[i] % labels.length]).isEqualTo(labels[x[i] % labels.length]);
        assertThat(y[i]).isNotEqualTo(x[i]);
      }
    }
  }

  private static Map<List<Float>, Integer> images(Split split) {
    LabelledRows labelled = SUPERVISED.labelled(split).orElseThrow();
    Map<List<Float>, Integer> images = new HashMap<>();
    for (int i = 0; i < labelled.labels().length; i++) {
      images.put(image(labelled.rows(), i), labelled.labels()[i]);
    }
    return images;
  }

  private static List<Float> image(Rows rows, int row) {
    Float[] values = new Float[rows.width()];
    Arrays.setAll(values, k -> rows.at(row, k));
    return List.of(values);
  }

  @ParameterizedTest
  @EnumSource
  void supervisedPairsAreAnImageWithItsOwnLabel(Split split) {
    Map<List<Float>, Integer> images = images(split);
    assertOwnLabels(SUPERVISED.pairs(split, 1, 500), images);
    try (GraphDraws draws = new GraphDraws(SUPERVISED.sampler(split), 1, 2, 250)) {
      assertOwnLabels(draws.pairs(1, 1), images);
    }
  }

  private static void assertOwnLabels(Pairs pairs, Map<List<Float>, Integer> images) {
    int[] labels = TinyImages.labels(pairs.y());
    assertThat(labels).hasSize(500);
    for (int i = 0; i < labels.length; i++) {
      assertThat(images).containsEntry(image(pairs.x(), i), labels[i]);
    }
  }

  @Test
  void imagesWhoseLengthsOrLabelsDoNotFitAreRefused() {
    ImageShape shape = new ImageShape(2, 2, 1);
    assertThatThrownBy(() -> new ImageSet(shape, new byte[7], new int[2], 1, 255))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("images: expected 4 values for each of 2 labels, found 7 values");
    for (int label : new int[] {-1, 3}) {
      assertThatThrownBy(() -> new ImageSet(shape, new byte[4], new int[] {label}, 3, 255))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("images: expected labels in [0, 3), found " + label);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 1", "2, 0, 1", "2, 2, 2", "2, 2, 4", "-1, 2, 3"})
  void shapesThatCannotBeAreRefused(int height, int width, int channels) {
    assertThatThrownBy(() -> new ImageShape(height, width, channels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "image: expected a height and width of at least 1 and 1 or 3 channels, found %d × %d × %d"
                .formatted(height, width, channels));
  }

  /** Bytes are unsigned, and white is 1. */
  @Test
  void selectedImagesKeepTheirPixelsAndLabels() {
    byte[] pixels = {0, (byte) 200, 100, 50, (byte) 255, 1};
    ImageSet images = new ImageSet(new ImageShape(1, 2, 1), pixels, new int[] {2, 0, 1}, 3, 200);
    ImageSet two = images.select(2, 0);
    assertThat(two.labels()).containsExactly(1, 2);
    assertThat(two.allRows().values()).containsExactly(255 / 200f, 1 / 200f, 0, 1);
    assertThat(images.rows(1).values()).containsExactly(0.5f, 0.25f);
  }
}
