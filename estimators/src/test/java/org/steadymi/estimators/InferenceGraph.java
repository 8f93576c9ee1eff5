package org.steadymi.estimators;

import org.steadymi.datasets.Rows;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Scores by a critic whose parameters are views of one vector, as training and judging have it. */
final class InferenceGraph {
  private InferenceGraph() {}

  /** T of all pairs of a row of x and one of y, row-major. */
  static float[] scoreMatrix(Critic critic, float[] parameters, Rows x, Rows y) {
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Ops tf = Ops.create(graph);
      Parameters p =
          new ParameterLayout(critic.parameters()).views(tf, tf.constant(parameters))::get;
      Operand<TFloat32> scores = critic.scoreMatrix(tf, p, constant(tf, x), constant(tf, y));
      try (var result = session.runner().fetch(scores).run()) {
        return values((TFloat32) result.get(0));
      }
    }
  }

  private static Operand<TFloat32> constant(Ops tf, Rows rows) {
    return tf.constant(Shape.of(rows.count(), rows.width()), DataBuffers.of(rows.values()));
  }

  /** A copy of a tensor's values, row-major. */
  static float[] values(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
