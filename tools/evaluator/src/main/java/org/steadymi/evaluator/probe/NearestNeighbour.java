package org.steadymi.evaluator.probe;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;

/**
 * 1-nearest-neighbour classification: the label of the training row that is most similar, of equals
 * the first. Similarities come from one pass over the dot products, or two where the Euclidean one
 * needs rows {@linkplain Frame#centred centred}; they are made in blocks of training rows so that
 * memory does not grow with their number times that of the queries.
 */
public final class NearestNeighbour {
  private static final int BLOCK = 512;

  /** Queries that are compared with a block together. */
  private static final int GROUP = 16;

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
  public Map<Similarity, int[]> nearest(Rows queries) {
    Frame frame = Frame.plain(train.rows(), queries);
    Optional<Frame> centred = Frame.centred(train.rows(), queries);
    var nearest = new EnumMap<Similarity, int[]>(Similarity.class);
    if (centred.isEmpty()) {
      nearest.putAll(nearest(queries, frame, similarity -> true));
    } else {
      nearest.putAll(nearest(queries, frame, similarity -> !similarity.ofDifferences()));
      nearest.putAll(nearest(queries, centred.get(), Similarity::ofDifferences));
    }
    return nearest;
  }

  private Map<Similarity, int[]> nearest(Rows raw, Frame frame, Predicate<Similarity> wanted) {
    var best = new EnumMap<Similarity, Best>(Similarity.class);
    Arrays.stream(Similarity.values())
        .filter(wanted)
        .forEach(similarity -> best.put(similarity, new Best(raw.count())));
    Rows queries = frame.of(raw, 0, raw.count());
    int n = train.rows().count();
    int groups = (queries.count() + GROUP - 1) / GROUP;
    for (int from = 0; from < n; from += BLOCK) {
      DotProducts block =
          new DotProducts(frame.of(train.rows(), from, Math.min(n, from + BLOCK)), from);
      IntStream.range(0, groups)
          .parallel()
          .forEach(
              g ->
                  compare(
                      block, queries, g * GROUP, Math.min(queries.count(), (g + 1) * GROUP), best));
    }
    var nearest = new EnumMap<Similarity, int[]>(Similarity.class);
    best.forEach((similarity, b) -> nearest.put(similarity, b.row));
    return nearest;
  }

  /** Only writes at the queries' own indices: groups may be compared in parallel. */
  private static void compare(
      DotProducts block, Rows queries, int from, int to, Map<Similarity, Best> best) {
    float[][] dots = block.with(queries, from, to);
    best.forEach(
        (similarity, b) -> {
          for (int q = from; q < to; q++) {
            for (int j = 0; j < block.count(); j++) {
              float candidate = similarity.of(dots[q - from][j], block.squaredNorm(j));
              b.offer(q, block.first() + j, candidate);
            }
          }
        });
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

    void offer(int query, int candidate, float value) {
      if (value > similarity[query]) {
        similarity[query] = value;
        row[query] = candidate;
      }
    }
  }
}
