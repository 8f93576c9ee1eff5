package org.steadymi.graphs.training;

import java.util.Arrays;
import java.util.List;
import org.steadymi.graphs.TestGraph;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.HostScores;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The same batch at every step, gathered from tables of x [rows, 3] and y [rows, 2] by a table of
 * row numbers [K].
 */
final class TableBatches implements ScoreSource {
  static final int X = 3;
  static final int Y = 2;

  private final Critic critic;
  private final double[][] x;
  private final double[][] y;
  private final int[] rows;

  TableBatches(Critic critic, int... rows) {
    this.critic = critic;
    this.x = columns(HostScores.random(8, 1.5, 11), X);
    this.y = columns(HostScores.random(8, 1.5, 12), Y);
    this.rows = rows.clone();
  }

  ParameterLayout layout() {
    return new ParameterLayout(critic.parameters());
  }

  @Override
  public List<TType> tables() {
    return List.of(tensor(x), tensor(y), TInt32.vectorOf(rows));
  }

  @Override
  @SuppressWarnings("unchecked")
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    Operand<TInt32> rowNumbers = (Operand<TInt32>) draw.tables().get(2);
    return Scores.matrix(
        critic.scoreMatrix(
            tf,
            parameters,
            batch(tf, (Operand<TFloat32>) draw.tables().get(0), rowNumbers, draw),
            batch(tf, (Operand<TFloat32>) draw.tables().get(1), rowNumbers, draw)));
  }

  /** The x of the batch: [K, 3]. */
  double[][] batchX() {
    return Arrays.stream(rows).mapToObj(i -> x[i]).toArray(double[][]::new);
  }

  /** The y of the batch: [K, 2]. */
  double[][] batchY() {
    return Arrays.stream(rows).mapToObj(i -> y[i]).toArray(double[][]::new);
  }

  private static Operand<TFloat32> batch(
      Ops tf, Operand<TFloat32> table, Operand<TInt32> rowNumbers, Draw draw) {
    Operand<TFloat32> batch = tf.gather(table, rowNumbers, tf.constant(0));
    long[] shape = Arrays.copyOf(draw.leadArray(), draw.lead().size() + 1);
    shape[shape.length - 1] = table.shape().get(1);
    return tf.broadcastTo(batch, tf.constant(shape));
  }

  private static TType tensor(double[][] table) {
    return TFloat32.tensorOf(
        Shape.of(table.length, table[0].length),
        DataBuffers.of(TestGraph.floats(TestGraph.flat(table))));
  }

  private static double[][] columns(double[][] square, int count) {
    return Arrays.stream(square).map(r -> Arrays.copyOf(r, count)).toArray(double[][]::new);
  }
}
