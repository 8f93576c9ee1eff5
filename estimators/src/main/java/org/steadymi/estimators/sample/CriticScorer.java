package org.steadymi.estimators.sample;

import org.steadymi.datasets.Rows;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Scores rows with a critic whose parameters are given; owns a graph and a session. */
final class CriticScorer implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TFloat32> x;
  private final Placeholder<TFloat32> y;
  private final Operand<TFloat32> matrix;

  /**
   * @param parameters [size], in the order of the critic's layout
   */
  CriticScorer(Critic critic, float[] parameters) {
    Ops tf = Ops.create(graph);
    this.x = input(tf, critic.xSize());
    this.y = input(tf, critic.ySize());
    ParameterLayout layout = new ParameterLayout(critic.parameters());
    Parameters views = layout.size() == 0 ? name -> null : layout.views(tf, tf.constant(parameters))::get;
    this.matrix = critic.scoreMatrix(tf, views, x, y);
    this.session = new Session(graph);
  }

  private static Placeholder<TFloat32> input(Ops tf, int width) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, width)));
  }

  /**
   * T of all pairs.
   *
   * @return T(x_i, y_j) at i · m + j, nats
   */
  float[] matrix(Rows left, Rows right) {
    try (TFloat32 a = tensor(left);
        TFloat32 b = tensor(right);
        Result result = session.runner().feed(x, a).feed(y, b).fetch(matrix).run()) {
      TFloat32 scores = (TFloat32) result.get(0);
      float[] values = new float[Math.toIntExact(scores.size())];
      scores.copyTo(DataBuffers.of(values));
      return values;
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
