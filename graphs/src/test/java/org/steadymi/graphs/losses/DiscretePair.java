package org.steadymi.graphs.losses;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * X and Y over three symbols each, with p(x, y) in twentieths: a list of 20 equally likely joint
 * pairs, and the 400 combinations of their sides, are the population itself. Expectations over it
 * are exact, with no sampling error.
 */
final class DiscretePair {
  private static final int[][] COUNTS = {{4, 1, 1}, {1, 5, 2}, {2, 1, 3}};
  private static final int SYMBOLS = 3;
  private static final int[] PAIRS = pairs();

  private DiscretePair() {}

  /** I(X;Y), nats. */
  static double information() {
    return Arrays.stream(PAIRS).mapToDouble(DiscretePair::logRatio).average().orElseThrow();
  }

  /** log p(x, y) / p(x) p(y) of cell 3 x + y. */
  static double logRatio(int cell) {
    int x = cell / SYMBOLS;
    int y = cell % SYMBOLS;
    double px = Arrays.stream(COUNTS[x]).sum();
    double py = IntStream.range(0, SYMBOLS).map(i -> COUNTS[i][y]).sum();
    return Math.log(COUNTS[x][y] * PAIRS.length / (px * py));
  }

  /** A critic as its nine values, T[3 x + y]. */
  static double[] critic(IntToDoubleFunction t) {
    return IntStream.range(0, SYMBOLS * SYMBOLS).mapToDouble(t).toArray();
  }

  /** log r + c. */
  static double[] logRatioPlus(double c) {
    return critic(cell -> logRatio(cell) + c);
  }

  static HostScores host(double[] critic) {
    return HostScores.separate(
        Arrays.stream(PAIRS).mapToDouble(cell -> critic[cell]).toArray(),
        Arrays.stream(combinations()).mapToDouble(cell -> critic[cell]).toArray());
  }

  /** The whole population's scores by a critic [9]. */
  static Scores population(Ops tf, Operand<TFloat32> critic) {
    return Scores.separate(pick(tf, critic, PAIRS), pick(tf, critic, combinations()));
  }

  /** All batches of two independent pairs, 400 replicas of [2, 2], by a critic [9]. */
  static Scores batchesOfTwo(Ops tf, Operand<TFloat32> critic) {
    int n = PAIRS.length;
    int[] cells = new int[n * n * 4];
    for (int batch = 0; batch < n * n; batch++) {
      int[] pair = {PAIRS[batch / n], PAIRS[batch % n]};
      for (int i = 0; i < 2; i++) {
        for (int j = 0; j < 2; j++) {
          cells[4 * batch + 2 * i + j] = cell(pair[i], pair[j]);
        }
      }
    }
    Operand<TFloat32> scores = pick(tf, critic, cells);
    return Scores.matrix(tf.reshape(scores, tf.constant(new long[] {(long) n * n, 2, 2})));
  }

  static Operand<TFloat32> constant(Ops tf, double[] critic) {
    return TestGraph.constant(tf, critic, critic.length);
  }

  private static Operand<TFloat32> pick(Ops tf, Operand<TFloat32> critic, int[] cells) {
    return tf.gather(critic, tf.constant(cells), tf.constant(0));
  }

  private static int[] combinations() {
    return Arrays.stream(PAIRS).flatMap(a -> Arrays.stream(PAIRS).map(b -> cell(a, b))).toArray();
  }

  /** The x of one pair with the y of another. */
  private static int cell(int xFrom, int yFrom) {
    return xFrom / SYMBOLS * SYMBOLS + yFrom % SYMBOLS;
  }

  private static int[] pairs() {
    return IntStream.range(0, SYMBOLS * SYMBOLS)
        .flatMap(cell -> IntStream.generate(() -> cell).limit(COUNTS[cell / 3][cell % 3]))
        .toArray();
  }
}
