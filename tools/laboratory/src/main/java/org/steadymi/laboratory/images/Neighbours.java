package org.steadymi.laboratory.images;

import java.util.Map;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.probe.NearestNeighbour;
import org.steadymi.evaluator.probe.Similarity;

/**
 * Some images of the report split, and the training images whose features have the largest dot
 * products with theirs.
 */
final class Neighbours {
  /** Images to find neighbours of. */
  static final int QUERIES = 4;

  /** Neighbours of each. */
  static final int EACH = 5;

  private Neighbours() {}

  /**
   * Adds the pixels, in [0, 1], and labels of {@value #QUERIES} rows of an image and its {@value
   * #EACH} neighbours, the nearest first.
   */
  static void add(
      PairSource data, LabelledRows queries, LabelledRows trained, Map<String, float[]> pictures) {
    Rows queryPixels = draws(data, Split.REPORT, queries.labels().length);
    Rows trainPixels = draws(data, Split.TRAIN, trained.labels().length);
    int width = queryPixels.width();
    float[] pixels = new float[QUERIES * (EACH + 1) * width];
    float[] labels = new float[QUERIES * (EACH + 1)];
    int next = 0;
    for (int q = 0; q < QUERIES; q++) {
      System.arraycopy(queryPixels.values(), q * width, pixels, next * width, width);
      labels[next++] = queries.labels()[q];
      LabelledRows left = trained;
      Rows leftPixels = trainPixels;
      for (int k = 0; k < EACH; k++) {
        int[] nearest =
            new NearestNeighbour(left).nearest(queries.rows().slice(q, q + 1)).get(Similarity.DOT);
        System.arraycopy(leftPixels.values(), nearest[0] * width, pixels, next * width, width);
        labels[next++] = left.labels()[nearest[0]];
        int[] others = allBut(nearest[0], left.labels().length);
        left = left.select(others);
        leftPixels = leftPixels.select(others);
      }
    }
    pictures.put(ImageOutcome.TILES, pixels);
    pictures.put(ImageOutcome.TILE_LABELS, labels);
  }

  /** The same draws that queries and neighbours were encoded from. */
  private static Rows draws(PairSource data, Split split, int count) {
    return data.labelledDraws().orElseThrow().rows(split, 0, count).rows();
  }

  private static int[] allBut(int dropped, int count) {
    int[] others = new int[count - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = i < dropped ? i : i + 1;
    }
    return others;
  }
}
