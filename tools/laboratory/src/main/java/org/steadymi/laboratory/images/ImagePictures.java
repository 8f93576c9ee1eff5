package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.report.Block;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.Histogram;
import org.steadymi.report.Pixels;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Thumbnails;
import org.steadymi.report.Values;

/** What critics learned, to look at: those of the best and of the worst loss, at the first seed. */
final class ImagePictures {
  private static final int BINS = 40;
  private static final int BYTE = 255;

  private final List<LossOutcomes> shown;
  private final List<String> classes;
  private final ImageSamples samples;

  /**
   * @param classes their names, in the order of the labels
   */
  ImagePictures(
      List<LossOutcomes> losses,
      LossOutcomes.Scale scale,
      List<String> classes,
      ImageSamples samples) {
    this.classes = classes;
    this.samples = samples;
    List<LossOutcomes> drawn = losses.stream().filter(l -> l.first().hasPictures()).toList();
    Optional<LossOutcomes> healthy =
        drawn.stream().filter(l -> l.collapsed(scale) == 0).max(byAccuracy());
    Optional<LossOutcomes> worst = drawn.stream().min(byAccuracy());
    this.shown = Stream.of(healthy, worst).flatMap(Optional::stream).distinct().toList();
  }

  private static Comparator<LossOutcomes> byAccuracy() {
    return Comparator.comparingDouble(l -> l.first().number(Figure.ACCURACY));
  }

  List<Block> blocks() {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Grid(2, shown.stream().<Chart>map(this::projection).toList()));
    blocks.add(new Grid(2, shown.stream().<Chart>map(this::scores).toList()));
    shown.forEach(l -> neighbours(l).ifPresent(blocks::add));
    return blocks;
  }

  private ScatterChart projection(LossOutcomes l) {
    float[] at = l.first().result().series(ImageOutcome.PROJECTION);
    float[] labels = l.first().result().series(ImageOutcome.PROJECTED_LABELS);
    int drawn = Math.min(ScatterChart.MOST_GROUPS, classes.size());
    ScatterChart.Group[] groups =
        IntStream.range(0, drawn)
            .mapToObj(
                c -> {
                  int[] rows =
                      IntStream.range(0, labels.length).filter(i -> labels[i] == c).toArray();
                  return ScatterChart.Group.of(
                      classes.get(c), axis(at, rows, 0), axis(at, rows, 1));
                })
            .toArray(ScatterChart.Group[]::new);
    return ScatterChart.of(
            l.loss() + ": features of test images", "first component", "second", groups)
        .withCaption(
            "The two principal components of the features of %d images of the report split%s."
                .formatted(
                    labels.length,
                    drawn < classes.size()
                        ? "; those of the first %d of %d classes are drawn"
                            .formatted(drawn, classes.size())
                        : ""));
  }

  private static float[] axis(float[] at, int[] rows, int axis) {
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = at[2 * rows[i] + axis];
    }
    return values;
  }

  private Histogram scores(LossOutcomes l) {
    Values joint = Values.of(l.first().result().series(ImageOutcome.JOINT));
    Values marginal = Values.of(l.first().result().series(ImageOutcome.MARGINAL));
    Values edges = Histogram.edges(BINS, joint, marginal);
    return Histogram.of(
            l.loss() + ": scores",
            "T, nats",
            "share of pairs",
            Histogram.Bins.shares("joint pairs", edges, joint),
            Histogram.Bins.shares("all pairs", edges, marginal))
        .withCaption(samples.scored() + " images of the report split.");
  }

  private Optional<Thumbnails> neighbours(LossOutcomes l) {
    if (!l.first().result().series().containsKey(ImageOutcome.TILES)) {
      return Optional.empty();
    }
    float[] pixels = l.first().result().series(ImageOutcome.TILES);
    float[] labels = l.first().result().series(ImageOutcome.TILE_LABELS);
    int size = pixels.length / labels.length;
    Thumbnails.Row[] rows =
        IntStream.range(0, Neighbours.QUERIES)
            .mapToObj(q -> row(pixels, labels, size, q))
            .toArray(Thumbnails.Row[]::new);
    return Optional.of(
        Thumbnails.of(l.loss() + ": nearest training images", rows)
            .withCaption(
                "An image of the report split and, after it, the training images (of %,d) whose features have the largest dot products with its own; marked by whether the class is the same."
                    .formatted(samples.neighbours())));
  }

  private Thumbnails.Row row(float[] pixels, float[] labels, int size, int query) {
    int first = query * (Neighbours.EACH + 1);
    Thumbnails.Tile[] tiles = new Thumbnails.Tile[Neighbours.EACH + 1];
    for (int k = 0; k < tiles.length; k++) {
      int at = first + k;
      Thumbnails.Tile tile =
          Thumbnails.Tile.of(
              image(Arrays.copyOfRange(pixels, at * size, (at + 1) * size)),
              classes.get((int) labels[at]));
      tiles[k] = k == 0 ? tile : tile.marked(labels[at] == labels[first]);
    }
    return Thumbnails.Row.of("", tiles);
  }

  /** Square images, of one channel or of three. */
  private static Pixels image(float[] values) {
    int side = (int) Math.round(Math.sqrt(values.length));
    int channels = side * side == values.length ? 1 : 3;
    int edge = channels == 1 ? side : (int) Math.round(Math.sqrt(values.length / 3.0));
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i] * BYTE);
    }
    return Pixels.of(edge, edge, channels, bytes);
  }
}
