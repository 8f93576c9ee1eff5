package org.steadymi.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The part of the sample report on pictures of representations, on made-up numbers. */
final class SamplePictures {
  private static final int CLASSES = 10;
  private static final List<String> PLAIN =
      List.of("MINE", "SMILE", "InfoNCE", "NWJ", "TUBA", "JS");

  private SamplePictures() {}

  static Section section() {
    return new Section(
        "pictures",
        "What the representations look like",
        "Features of test images, and the images nearest to a query.",
        List.of(
            projection("ReMINE: features of 2,000 test images", 10, 200),
            accuracies(),
            Grid.ofThree(
                projection("MINE, step 0", 1, 60),
                projection("MINE, step 1,000", 4, 60),
                projection("MINE, step 2,000", 9, 60)),
            estimates(),
            neighbours(8, 1),
            neighbours(32, 3)));
  }

  /** Clouds around the corners of a polygon. */
  static ScatterChart projection(String title, double radius, int each) {
    Random random = new Random(13);
    List<ScatterChart.Group> groups = new ArrayList<>();
    for (int c = 0; c < CLASSES; c++) {
      float[] x = new float[each];
      float[] y = new float[each];
      double angle = 2 * Math.PI * c / CLASSES;
      for (int i = 0; i < each; i++) {
        x[i] = (float) (radius * Math.cos(angle) + 1.3 * random.nextGaussian());
        y[i] = (float) (radius * Math.sin(angle) + 1.3 * random.nextGaussian());
      }
      groups.add(ScatterChart.Group.of("digit " + c, x, y));
    }
    return ScatterChart.of(
            title, "first component", "second component", groups.toArray(ScatterChart.Group[]::new))
        .withCaption("Two principal components of the features.");
  }

  private static ScatterChart accuracies() {
    double[] plain = {1.31, 2.05, 2.19, 1.02, 0.94, 2.11};
    double[] plainAccuracy = {0.861, 0.942, 0.958, 0.803, 0.788, 0.949};
    double[] regularised = {2.21, 2.24, 2.20, 2.16, 2.08, 2.23};
    double[] regularisedAccuracy = {0.962, 0.969, 0.9585, 0.957, 0.941, 0.966};
    return ScatterChart.of(
            "MI and accuracy of twelve losses",
            "MI (nats)",
            "probe accuracy",
            ScatterChart.Group.of("plain", plain, plainAccuracy).withLabels(PLAIN),
            ScatterChart.Group.of("regularised", regularised, regularisedAccuracy)
                .withLabels(PLAIN))
        .withArrows("plain", "regularised")
        .withVertical(ReferenceLine.at(Math.log(10), "log 10 = 2.303"))
        .withHorizontal(ReferenceLine.at(0.97, "supervised 0.97"));
  }

  private static ScatterChart estimates() {
    double[] truth = {2, 4, 6, 8, 10};
    double[] low = {1.9, 3.6, 4.1, 4.15, 4.16};
    double[] good = {2.02, 3.97, 5.9, 7.7, Double.NaN};
    return ScatterChart.of(
            "Estimates against the truth",
            "true MI (nats)",
            "estimate (nats)",
            ScatterChart.Group.of("InfoNCE", truth, low),
            ScatterChart.Group.of("ReMINE", truth, good)
                .withLabels(List.of("", "", "", "seed 3", "")))
        .withDiagonal("estimate = truth")
        .withHorizontal(ReferenceLine.at(Math.log(64), "log K = 4.16").of("InfoNCE"));
  }

  private static Thumbnails neighbours(int side, int channels) {
    Random random = new Random(17);
    Thumbnails.Row[] rows = new Thumbnails.Row[3];
    for (int i = 0; i < rows.length; i++) {
      List<Thumbnails.Tile> tiles = new ArrayList<>();
      tiles.add(Thumbnails.Tile.of(ring(side, channels, i), "query: " + i));
      for (int j = 0; j < 5; j++) {
        boolean right = random.nextDouble() < 0.7;
        int shown = right ? i : i + 1;
        String caption = "%d, 0.%d".formatted(shown, 95 - 7 * j);
        tiles.add(Thumbnails.Tile.of(ring(side, channels, shown), caption).marked(right));
      }
      rows[i] = new Thumbnails.Row(i == 1 ? "ReMINE, α = 1" : i == 0 ? "MINE" : "", tiles);
    }
    return Thumbnails.of("Nearest images of %d pixels a side".formatted(side), rows)
        .withCaption("Each with its class and cosine similarity.");
  }

  private static Pixels ring(int side, int channels, int kind) {
    byte[] bytes = new byte[side * side * channels];
    double middle = (side - 1) / 2.0;
    for (int i = 0; i < bytes.length; i++) {
      int pixel = i / channels;
      int row = pixel / side;
      int column = pixel % side;
      double distance = Math.hypot(row - middle, column - middle) / side;
      double away = Math.abs(distance - 0.12 * (kind + 1)) + 0.1 * (i % channels);
      bytes[i] = (byte) Math.max(0, 255 - 1400 * away);
    }
    return Pixels.of(side, side, channels, bytes);
  }
}
