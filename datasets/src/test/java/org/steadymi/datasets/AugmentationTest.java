package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {
  private static final ImageShape SHAPE = new ImageShape(4, 5, 3);

  /** One image whose values are 1 … 60, so that 0 is what came in from outside. */
  private static final ImageSet ONE = one();

  private static ImageSet one() {
    byte[] pixels = new byte[SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i + 1);
    }
    return new ImageSet(SHAPE, pixels, new int[1], 1, 255);
  }

  /** The image mirrored or not, and moved down and right by so many pixels. */
  private static List<Integer> changed(boolean mirrored, int down, int right) {
    Integer[] values = new Integer[SHAPE.size()];
    Arrays.fill(values, 0);
    for (int r = 0; r < SHAPE.height(); r++) {
      for (int c = 0; c < SHAPE.width(); c++) {
        int from = mirrored ? SHAPE.width() - 1 - c : c;
        int row = r + down;
        int column = c + right;
        if (row >= 0 && row < SHAPE.height() && column >= 0 && column < SHAPE.width()) {
          for (int k = 0; k < SHAPE.channels(); k++) {
            values[(row * SHAPE.width() + column) * SHAPE.channels() + k] =
                1 + (r * SHAPE.width() + from) * SHAPE.channels() + k;
          }
        }
      }
    }
    return List.of(values);
  }

  /** Everything that may become of the image, all equally likely. */
  private static Set<List<Integer>> variants(Augmentation augmentation) {
    Set<List<Integer>> variants = new HashSet<>();
    for (int down = -augmentation.shift(); down <= augmentation.shift(); down++) {
      for (int right = -augmentation.shift(); right <= augmentation.shift(); right++) {
        variants.add(changed(false, down, right));
        if (augmentation.flip()) {
          variants.add(changed(true, down, right));
        }
      }
    }
    return variants;
  }

  private static Rows drawn(Augmentation augmentation, long... lead) {
    Map<Split, ImageTable> tables = new EnumMap<>(Split.class);
    tables.put(Split.TRAIN, new ImageTable(ONE, augmentation));
    LabelledSampler sampler = new ImageDraws(tables, false).sampler(Split.TRAIN);
    try (GraphDraws draws = new GraphDraws(new TinyImages.AsPairs(sampler), 1, lead)) {
      return draws.pairs(1, 1).x();
    }
  }

  private static List<Integer> image(Rows rows, int row) {
    Integer[] values = new Integer[rows.width()];
    Arrays.setAll(values, i -> Math.round(rows.at(row, i) * 255));
    return List.of(values);
  }

  @ParameterizedTest
  @CsvSource({"1, false, 9", "0, true, 2", "1, true, 18", "2, true, 50"})
  void everyChangeIsThatOfTheHostAndAllAreEquallyLikely(int shift, boolean flip, int count) {
    Augmentation augmentation = new Augmentation(shift, flip);
    Set<List<Integer>> variants = variants(augmentation);
    assertThat(variants).hasSize(count);
    Rows rows = drawn(augmentation, 5, 2000);
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i < rows.count(); i++) {
      counts.merge(image(rows, i), 1, Integer::sum);
    }
    assertThat(counts.keySet()).isEqualTo(variants);
    double standardError = Math.sqrt(1.0 / count * (1 - 1.0 / count) / rows.count());
    assertThat(counts.values())
        .allSatisfy(
            found ->
                assertThat(Math.abs(found / (double) rows.count() - 1.0 / count))
                    .isLessThan(Moments.SIGMAS * standardError));
  }

  /** A move by more than the image is wide or high leaves nothing of it. */
  @Test
  void anImageCanBeMovedOutOfSight() {
    Rows rows = drawn(new Augmentation(64, false), 200);
    assertThat(image(rows, 0)).containsOnly(0);
  }

  @Test
  void withoutShiftAndFlipImagesStayAsTheyAre() {
    assertThat(new Augmentation(0, false)).isEqualTo(Augmentation.NONE);
    Rows rows = drawn(Augmentation.NONE, 20);
    for (int i = 0; i < rows.count(); i++) {
      assertThat(image(rows, i)).isEqualTo(changed(false, 0, 0));
    }
    assertThat(PairSources.parse("digits:shift=0,flip=false")).hasToString("digits");
  }

  private static Set<List<Float>> images(Rows rows) {
    Set<List<Float>> images = new HashSet<>();
    for (int i = 0; i < rows.count(); i++) {
      Float[] values = new Float[rows.width()];
      int row = i;
      Arrays.setAll(values, k -> rows.at(row, k));
      images.add(List.of(values));
    }
    return images;
  }

  @ParameterizedTest
  @EnumSource
  void onlyTrainingImagesAreChanged(Split split) {
    for (String pairs : List.of("aligned", "supervised")) {
      PairSource digits = PairSources.parse("digits:pairs=" + pairs + ",shift=1,flip=true");
      Set<List<Float>> originals = images(digits.labelled(split).orElseThrow().rows());
      Rows x;
      try (GraphDraws draws = new GraphDraws(digits.sampler(split), 1, 200)) {
        x = draws.pairs(1, 1).x();
      }
      assertThat(originals.containsAll(images(x))).isEqualTo(split != Split.TRAIN);
      Rows host = digits.pairs(split, 1, 50).x();
      assertThat(originals).as("on the host none is").containsAll(images(host));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shift=1", "flip=true", "shift=2,flip=true"})
  void changesAreInTheSpecification(String options) {
    PairSource digits = PairSources.parse("digits:pairs=contrastive," + options);
    assertThat(digits).hasToString("digits:pairs=contrastive," + options);
    assertThat(digits.fingerprint()).isEqualTo(PairSources.parse("digits").fingerprint());
    assertThat(digits).isNotEqualTo(PairSources.parse("digits:pairs=contrastive"));
  }
}
