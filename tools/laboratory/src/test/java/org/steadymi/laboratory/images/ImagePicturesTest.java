package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Spec;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.report.Block;
import org.steadymi.report.Grid;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Thumbnails;

class ImagePicturesTest {
  private static final int TILES = Neighbours.QUERIES * (Neighbours.EACH + 1);

  /** Features of two images of each of the classes, and tiles of one white pixel. */
  private static LossOutcomes outcome(int classes) {
    Map<String, Double> numbers = new HashMap<>();
    for (Figure figure : Figure.values()) {
      numbers.put(figure.name().toLowerCase(Locale.ROOT), 1.0);
    }
    float[] labels = new float[2 * classes];
    float[] tileLabels = new float[TILES];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % classes;
    }
    for (int i = 0; i < TILES; i++) {
      tileLabels[i] = classes - 1;
    }
    Map<String, float[]> series =
        Map.of(
            ImageOutcome.PROJECTION, new float[2 * labels.length],
            ImageOutcome.PROJECTED_LABELS, labels,
            ImageOutcome.JOINT, new float[] {1, 2},
            ImageOutcome.MARGINAL, new float[] {0, 1, 2},
            ImageOutcome.TILES, new float[TILES],
            ImageOutcome.TILE_LABELS, tileLabels);
    return new LossOutcomes(
        "mine", "mine", List.of(new ImageOutcome(new CellResult(numbers, series, List.of()))));
  }

  private static List<Block> blocks(String set, int classes) {
    return new ImagePictures(
            List.of(outcome(classes)),
            new LossOutcomes.Scale(Math.log(classes), 1.0 / classes),
            ClassLabels.of(set, classes),
            new ImageSamples(Spec.parse(set)))
        .blocks();
  }

  private static ScatterChart projection(List<Block> blocks) {
    return (ScatterChart) ((Grid) blocks.get(0)).charts().get(0);
  }

  @Test
  void aHundredClassesAreMoreThanCanBeToldApart() {
    List<Block> blocks = blocks("cifar100", 100);
    ScatterChart chart = projection(blocks);
    assertThat(chart.groups())
        .hasSize(ScatterChart.MOST_GROUPS)
        .allSatisfy(group -> assertThat(group.size()).isEqualTo(2))
        .extracting(ScatterChart.Group::name)
        .startsWith("apple", "aquarium fish", "baby");
    assertThat(chart.caption())
        .isEqualTo(
            "The two principal components of the features of 200 images of the report split; those of the first 20 of 100 classes are drawn.");
    Thumbnails.Row row = ((Thumbnails) blocks.get(2)).rows().get(0);
    assertThat(row.tiles()).extracting(Thumbnails.Tile::caption).startsWith("worm", "worm");
  }

  @Test
  void tenClassesAreAllDrawn() {
    ScatterChart chart = projection(blocks("digits", 10));
    assertThat(chart.groups())
        .extracting(ScatterChart.Group::name)
        .startsWith("0", "1")
        .hasSize(10);
    assertThat(chart.caption()).endsWith("20 images of the report split.");
  }

  /** Drawn with replacement, an image can stand among the trained ones more than once. */
  @Test
  void anImageIsANeighbourOnce() {
    float[] trained = {9, 9, 9, 8, 8, 7, 6, 5, 4};
    Map<String, float[]> pictures = new HashMap<>();
    new Neighbours(rows(1, 1, 1, 1), ones(4), rows(trained), new Rows(trained, 1)).addTo(pictures);
    assertThat(tiles(pictures)).startsWith(1, 9, 8, 7, 6, 5).hasSize(TILES);
  }

  @Test
  void wherePicturesAreTooFewTheyAreRepeated() {
    float[] trained = {2, 2, 2, 2, 1, 1};
    Map<String, float[]> pictures = new HashMap<>();
    new Neighbours(rows(3, 3, 3, 3), ones(4), rows(trained), new Rows(trained, 1)).addTo(pictures);
    assertThat(tiles(pictures)).startsWith(3, 2, 1, 2, 2, 2);
  }

  /** Images of one pixel, of one class. */
  private static LabelledRows rows(float... pixels) {
    return new LabelledRows(new Rows(pixels, 1), new int[pixels.length], 1);
  }

  private static Rows ones(int count) {
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    return new Rows(ones, 1);
  }

  private static List<Integer> tiles(Map<String, float[]> pictures) {
    List<Integer> tiles = new ArrayList<>();
    for (float pixel : pictures.get(ImageOutcome.TILES)) {
      tiles.add((int) pixel);
    }
    return tiles;
  }
}
