package org.steadymi.evaluator.probe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;

/**
 * 1-nearest-neighbour classification: the label of the training row that is most similar, of equals
 * the first. All similarities come from one pass over the dot products, which are made in blocks of
 * training rows so that memory does not grow with their number times that of the queries.
 */
public final class NearestNeighbour {
  private static final int BLOCK = 512;

  private final LabelledRows train;

  /** A classifier that holds (not copies) the training rows. */
  public NearestNeighbour(LabelledRows train) {
    this.train = train;
  }

  /** Accuracy on labelled queries, for every similarity. */
  public Map<Similarity, Accuracy> accuracies(LabelledRows queries) {
    Map<Similarity, int[]> nearest = nearest(queries.rows());
    var accuracies = new EnumMap<Similarity, Accuracy>(Similarity.class);
    nearest.forEach(
        (similarity, rows) -> {
          int[] predicted = Arrays.stream(rows).map(row -> train.labels()[row]).toArray();
          accuracies.put(similarity, Accuracy.of(predicted, queries.labels()));
        });
    return accuracies;
  }

  /** Index of the nearest training row of each query, for every similarity. */
  Map<Similarity, int[]> nearest(Rows queries) {
    var best = new EnumMap<Similarity, Best>(Similarity.class);
    for (Similarity similarity : Similarity.values()) {
      best.put(similarity, new Best(queries.count()));
    }
    int n = train.rows().count();
    for (int from = 0; from < n; from += BLOCK) {
      Block block = new Block(train.rows(), from, Math.min(n, from + BLOCK));
      IntStream.range(0, queries.count()).parallel().forEach(q -> block.compare(queries, q, best));
    }
    var nearest = new EnumMap<Similarity, int[]>(Similarity.class);
    best.forEach((similarity, b) -> nearest.put(similarity, b.row));
    return nearest;
  }

  /** The best training row so far, per query. */
  private static final class Best {
    private final int[] row;
    private final float[] similarity;

    Best(int queries) {
      row = new int[queries];
      similarity = new float[queries];
      Arrays.fill(similarity, Float.NEGATIVE_INFINITY);
    }
  }

  /** Consecutive training rows, transposed so that the inner loop runs along them. */
  private static final class Block {
    private final int first;
    private final int count;
    private final int width;
    private final float[] transposed;
    private final float[] squaredNorms;

    Block(Rows rows, int from, int to) {
      first = from;
      count = to - from;
      width = rows.width();
      transposed = new float[width * count];
      squaredNorms = new float[count];
      for (int j = 0; j < count; j++) {
        for (int k = 0; k < width; k++) {
          float value = rows.at(from + j, k);
          transposed[k * count + j] = value;
          squaredNorms[j] += value * value;
        }
      }
    }

    /** Only writes at the query's own index: queries may be compared in parallel. */
    void compare(Rows queries, int query, Map<Similarity, Best> best) {
      float[] dots = dots(queries, query);
      best.forEach(
          (similarity, b) -> {
            for (int j = 0; j < count; j++) {
              float candidate = similarity.of(dots[j], squaredNorms[j]);
              if (candidate > b.similarity[query]) {
                b.similarity[query] = candidate;
                b.row[query] = first + j;
              }
            }
          });
    }

    private float[] dots(Rows queries, int query) {
      float[] dots = new float[count];
      for (int k = 0; k < width; k++) {
        float value = queries.at(query, k);
        int from = k * count;
        for (int j = 0; j < count; j++) {
          dots[j] += value * transposed[from + j];
        }
      }
      return dots;
    }
  }
}
