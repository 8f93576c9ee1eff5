package org.steadymi.graphs.losses;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A joint distribution P and a Q of three symbols of x and three of y as a finite list of joint and
 * marginal pairs, so that expectations are exact. A critic is its nine values, T[3 x + y].
 *
 * @param name for people
 * @param layout of the scores
 * @param host all scores by a critic, in double
 * @param graph the same in a graph
 */
record Population(
    String name,
    Layout layout,
    Function<double[], HostScores> host,
    BiFunction<Ops, Operand<TFloat32>, Scores> graph) {
  private static final int SYMBOLS = 3;

  /** The x of each row, and its class, which x leaves uncertain: each class has six rows. */
  private static final int[] X = {0, 0, 0, 0, 1, 2, 0, 1, 1, 1, 1, 2, 0, 1, 2, 2, 2, 2};

  private static final int[] EVEN = IntStream.range(0, 18).map(i -> i / 6).toArray();
  private static final int[] UNEVEN = IntStream.range(0, 18).map(i -> i < 9 ? 0 : i / 6).toArray();

  /** One of each layout, and one whose classes have 9, 3 and 6 rows. */
  static final List<Population> ALL =
      List.of(
          new Population("pairs", Layout.SEPARATE, DiscretePair::host, DiscretePair::population),
          ofRows("rows and classes", Layout.LABELS, EVEN),
          ofRows("rows of even classes", Layout.SAME_LABEL, EVEN),
          ofRows("rows of uneven classes", Layout.SAME_LABEL, UNEVEN));

  private static Population ofRows(String name, Layout layout, int[] labels) {
    int columns = layout == Layout.LABELS ? SYMBOLS : X.length;
    int[][] cells = new int[X.length][columns];
    for (int i = 0; i < X.length; i++) {
      int x = X[i];
      Arrays.setAll(cells[i], j -> SYMBOLS * x + (layout == Layout.LABELS ? j : X[j]));
    }
    Function<double[], Batch> batch =
        critic ->
            new Batch(
                layout,
                Arrays.stream(cells)
                    .map(row -> Arrays.stream(row).mapToDouble(cell -> critic[cell]).toArray())
                    .toArray(double[][]::new),
                labels,
                SYMBOLS);
    return new Population(
        name,
        layout,
        critic -> batch.apply(critic).host(),
        (tf, critic) ->
            batch
                .apply(new double[SYMBOLS * SYMBOLS])
                .scores(tf, tf.gather(critic, tf.constant(cells), tf.constant(0))));
  }

  /** KL(P, Q) in nats: I(X;Y) where Q is the product of the marginals of P. */
  double information() {
    return host.apply(logRatioPlus(0)).meanJoint();
  }

  /** log p(x, y)/q(x, y) + c. */
  double[] logRatioPlus(double c) {
    return DiscretePair.critic(
        cell ->
            Math.log(frequency(HostScores::joint, i -> i == cell))
                - Math.log(frequency(HostScores::marginal, i -> i == cell))
                + c);
  }

  /** log p(y | x)/q(y | x) + c, what a critic that compares the y of one x maximises. */
  double[] logRatioOfRowsPlus(double c) {
    double[] ratio = logRatioPlus(c);
    return DiscretePair.critic(
        cell -> {
          int x = cell / SYMBOLS;
          return ratio[cell]
              - Math.log(frequency(HostScores::joint, i -> i / SYMBOLS == x))
              + Math.log(frequency(HostScores::marginal, i -> i / SYMBOLS == x));
        });
  }

  private double frequency(
      Function<HostScores, double[]> side, java.util.function.IntPredicate cells) {
    HostScores indices = host.apply(DiscretePair.critic(cell -> cell));
    return Arrays.stream(side.apply(indices))
        .map(i -> cells.test((int) i) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  double mean(ToDoubleFunction<HostScores> equation, double[] critic) {
    return equation.applyAsDouble(host.apply(critic));
  }

  Operand<TFloat32> constant(Ops tf, double[] critic) {
    return TestGraph.constant(tf, critic, critic.length);
  }

  @Override
  public String toString() {
    return name;
  }
}
