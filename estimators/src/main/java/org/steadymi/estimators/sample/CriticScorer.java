package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** A critic in memory that scores rows with whatever parameters. Owns a graph and a session. */
final class CriticScorer implements AutoCloseable {
  /** Rows that are scored all against all to choose critics, which is done often. */
  static final int SMALL_BLOCK = 128;

  /** The same to read one, which is done once. */
  static final int LARGE_BLOCK = 512;

  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TFloat32> parameters;
  private final Placeholder<TFloat32> x;
  private final Placeholder<TFloat32> y;
  private final Operand<TFloat32> matrix;

  /**
   * @param layout of the parameters that it is given
   */
  CriticScorer(Critic critic, ParameterLayout layout) {
    try {
      Ops tf = Ops.create(graph);
      this.parameters = input(tf, layout.size());
      this.x = input(tf, Shape.UNKNOWN_SIZE, critic.xSize());
      this.y = input(tf, Shape.UNKNOWN_SIZE, critic.ySize());
      Parameters views = layout.views(tf, parameters)::get;
      this.matrix = critic.scoreMatrix(tf, views, x, y);
      this.session = new Session(graph, Sessions.singleThreaded());
    } catch (Throwable failed) {
      graph.close();
      throw failed;
    }
  }

  private static Placeholder<TFloat32> input(Ops tf, long... shape) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
  }

  /**
   * The scores of pairs, all against all within blocks.
   *
   * @param values of the parameters, [size]
   * @param block rows in a block, about
   */
  Blocks scores(float[] values, Pairs pairs, int block) {
    int blocks = Math.max(1, Math.round(pairs.count() / (float) block));
    List<float[]> scores = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      int from = (int) ((long) pairs.count() * b / blocks);
      int to = (int) ((long) pairs.count() * (b + 1) / blocks);
      scores.add(matrix(values, pairs.x().slice(from, to), pairs.y().slice(from, to)));
    }
    return new Blocks(scores);
  }

  /** T(x_i, y_j) at i · m + j. */
  private float[] matrix(float[] values, Rows left, Rows right) {
    try (TFloat32 p = TFloat32.tensorOf(Shape.of(values.length), DataBuffers.of(values));
        TFloat32 a = tensor(left);
        TFloat32 b = tensor(right);
        Result result =
            session.runner().feed(parameters, p).feed(x, a).feed(y, b).fetch(matrix).run()) {
      TFloat32 scores = (TFloat32) result.get(0);
      float[] copy = new float[Math.toIntExact(scores.size())];
      scores.asRawTensor().data().asFloats().read(copy);
      return copy;
    }
  }

  private static TFloat32 tensor(Rows rows) {
    return TFloat32.tensorOf(Shape.of(rows.count(), rows.width()), DataBuffers.of(rows.values()));
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
