package org.steadymi.laboratory.images;

import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;

/**
 * Some images, and the training images whose features have the largest dot products with theirs.
 *
 * @param queries images of the report split
 * @param queryFeatures theirs
 * @param trained images of the train split
 * @param trainedFeatures theirs
 */
record Neighbours(
    LabelledRows queries, Rows queryFeatures, LabelledRows trained, Rows trainedFeatures) {
  /** Images to find neighbours of. */
  static final int QUERIES = 4;

  /** Neighbours of each. */
  static final int EACH = 5;

  /**
   * Adds the pixels, in [0, 1], and labels of {@value #QUERIES} rows of an image and its {@value
   * #EACH} neighbours, the nearest first.
   */
  void addTo(Map<String, float[]> pictures) {
    int width = queries.rows().width();
    float[] pixels = new float[QUERIES * (EACH + 1) * width];
    float[] labels = new float[QUERIES * (EACH + 1)];
    int next = 0;
    for (int q = 0; q < QUERIES; q++) {
      System.arraycopy(queries.rows().values(), q * width, pixels, next * width, width);
      labels[next++] = queries.labels()[q];
      for (int row : nearest(q)) {
        System.arraycopy(trained.rows().values(), row * width, pixels, next * width, width);
        labels[next++] = trained.labels()[row];
      }
    }
    pictures.put(ImageOutcome.TILES, pixels);
    pictures.put(ImageOutcome.TILE_LABELS, labels);
  }

  /**
   * The training images nearest to one query, of equals the first. Images that were drawn twice are
   * taken once, while there are others.
   */
  private int[] nearest(int query) {
    float[] products = new float[trainedFeatures.count()];
    for (int row = 0; row < products.length; row++) {
      for (int k = 0; k < trainedFeatures.width(); k++) {
        products[row] += queryFeatures.at(query, k) * trainedFeatures.at(row, k);
      }
    }
    List<Integer> sorted =
        IntStream.range(0, products.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -products[row]))
            .toList();
    Set<FloatBuffer> seen = new HashSet<>();
    Map<Boolean, List<Integer>> first =
        sorted.stream().collect(Collectors.partitioningBy(row -> seen.add(image(row))));
    return Stream.concat(first.get(true).stream(), first.get(false).stream())
        .limit(EACH)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The pixels of a training image, equal for equal images. */
  private FloatBuffer image(int row) {
    int width = trained.rows().width();
    return FloatBuffer.wrap(trained.rows().values(), row * width, width);
  }
}
