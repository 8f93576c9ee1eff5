package org.steadymi.graphs.losses;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * One batch of scores, on the host and in a graph.
 *
 * @param layout with rows: not {@link Layout#SEPARATE}
 * @param t scores: [K, K], or [K, C] for {@link Layout#LABELS}
 * @param labels the class of each row; empty for {@link Layout#MATRIX}
 * @param classes C
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Batch(Layout layout, double[][] t, int[] labels, int classes) {
  /** What a row of {@link Layout#SAME_LABEL} scores with itself: |f(x)|² beyond float. */
  private static final double OVERFLOWN = Double.POSITIVE_INFINITY;

  /** Every layout with rows. */
  static final List<Layout> LAYOUTS = List.of(Layout.MATRIX, Layout.LABELS, Layout.SAME_LABEL);

  Batch {
    if (layout == Layout.SAME_LABEL) {
      t = copy(t);
      for (int i = 0; i < t.length; i++) {
        t[i][i] = OVERFLOWN;
      }
    }
  }

  /**
   * K rows, uniform in ±range; one class has half of them and one more, others two, one or none.
   */
  static Batch random(Layout layout, int k, double range, long seed) {
    int[] labels = IntStream.range(0, k).map(i -> i <= k / 2 ? 0 : 1 + i / 2).toArray();
    return random(layout, labels, k + 1, range, seed);
  }

  /** One row for each label. */
  static Batch random(Layout layout, int[] labels, int classes, double range, long seed) {
    double[][] square = HostScores.random(Math.max(labels.length, classes), range, seed);
    return new Batch(layout, corner(layout, square, labels.length, classes), labels, classes);
  }

  private static double[][] corner(Layout layout, double[][] square, int k, int classes) {
    int columns = layout == Layout.LABELS ? classes : k;
    return Arrays.stream(square)
        .limit(k)
        .map(row -> Arrays.copyOf(row, columns))
        .toArray(double[][]::new);
  }

  /** These pairs with other scores. */
  Batch with(double[][] scores) {
    return new Batch(layout, scores, labels, classes);
  }

  Batch map(DoubleUnaryOperator f) {
    return with(
        Arrays.stream(t).map(row -> Arrays.stream(row).map(f).toArray()).toArray(double[][]::new));
  }

  /** With c[i] added to each score of row i. */
  Batch plusOfRow(DoubleUnaryOperator c) {
    double[][] moved = copy(t);
    for (int i = 0; i < moved.length; i++) {
      for (int j = 0; j < moved[i].length; j++) {
        moved[i][j] += c.applyAsDouble(i);
      }
    }
    return with(moved);
  }

  /** With c[j] added to each score of column j. */
  Batch plusOfColumn(DoubleUnaryOperator c) {
    double[][] moved = copy(t);
    for (double[] row : moved) {
      for (int j = 0; j < row.length; j++) {
        row[j] += c.applyAsDouble(j);
      }
    }
    return with(moved);
  }

  /** With one score changed, counted row by row. */
  Batch moved(int index, double by) {
    double[][] moved = copy(t);
    moved[index / t[0].length][index % t[0].length] += by;
    return with(moved);
  }

  /** Whether row i and column j are a joint pair. */
  boolean joint(int i, int j) {
    return switch (layout) {
      case MATRIX -> i == j;
      case LABELS -> labels[i] == j;
      case SAME_LABEL -> i != j && labels[i] == labels[j];
      case SEPARATE -> throw new AssertionError("no rows");
    };
  }

  HostScores host() {
    return switch (layout) {
      case MATRIX -> HostScores.matrix(t);
      case LABELS -> HostScores.labelled(t, labels);
      case SAME_LABEL -> HostScores.sameLabel(t, labels);
      case SEPARATE -> throw new AssertionError("no rows");
    };
  }

  /** T as it is here. */
  Operand<TFloat32> constant(Ops tf) {
    return TestGraph.constant(tf, t);
  }

  /** The one-hot labels: [K, C]. */
  double[][] oneHot() {
    return Arrays.stream(labels)
        .mapToObj(
            label -> IntStream.range(0, classes).mapToDouble(c -> c == label ? 1 : 0).toArray())
        .toArray(double[][]::new);
  }

  Scores scores(Ops tf) {
    return scores(tf, constant(tf));
  }

  /** The same pairs scored by T of the shape of t. */
  Scores scores(Ops tf, Operand<TFloat32> scores) {
    return scores(tf, layout, scores, () -> TestGraph.constant(tf, oneHot()));
  }

  /** Batches of one layout and size as replicas in one graph. */
  static Scores replicas(Ops tf, List<Batch> batches) {
    Batch first = batches.get(0);
    return scores(
        tf,
        first.layout,
        stacked(tf, batches.stream().map(Batch::t).toList()),
        () -> stacked(tf, batches.stream().map(Batch::oneHot).toList()));
  }

  private static Scores scores(
      Ops tf,
      Layout layout,
      Operand<TFloat32> scores,
      java.util.function.Supplier<Operand<TFloat32>> labels) {
    return switch (layout) {
      case MATRIX -> Scores.matrix(scores);
      case LABELS -> Scores.labelled(scores, labels.get());
      case SAME_LABEL -> Scores.sameLabel(tf, scores, labels.get());
      case SEPARATE -> throw new AssertionError("no rows");
    };
  }

  private static Operand<TFloat32> stacked(Ops tf, List<double[][]> matrices) {
    double[] all =
        matrices.stream().flatMapToDouble(m -> Arrays.stream(TestGraph.flat(m))).toArray();
    double[][] first = matrices.get(0);
    return TestGraph.constant(tf, all, matrices.size(), first.length, first[0].length);
  }

  private static double[][] copy(double[][] t) {
    return Arrays.stream(t).map(double[]::clone).toArray(double[][]::new);
  }
}
