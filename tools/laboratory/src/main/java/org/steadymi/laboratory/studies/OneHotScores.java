package org.steadymi.laboratory.studies;

import java.util.Map;
import org.steadymi.datasets.OneHot;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.training.State;
import org.steadymi.laboratory.cells.TrainingRun;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * The scores of all N × N pairs of symbols under the critics of a loop: the diagonal holds every
 * joint pair, and all N² together are the product of the marginals. So it shows the distributions
 * of scores exactly, not a sample of them. Owns a graph and a session.
 */
final class OneHotScores implements TrainingRun.Probe, AutoCloseable {
  private final int symbols;
  private final ParameterLayout layout;
  private final Graph graph = new Graph();
  private final Placeholder<TFloat32> parameters;
  private final Operand<TFloat32> scores;
  private final Session session;

  /**
   * Scores of one critic's loop.
   *
   * @param layout of all that the loop trains, the critic's parameters among it
   */
  OneHotScores(OneHot data, Critic critic, ParameterLayout layout) {
    this.symbols = data.symbols();
    this.layout = layout;
    Ops tf = Ops.create(graph);
    this.parameters = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(layout.size())));
    Map<String, Operand<TFloat32>> views = layout.views(tf, parameters);
    Operand<TFloat32> rows = tf.constant(identity(symbols));
    this.scores = critic.scoreMatrix(tf, views::get, rows, rows);
    this.session = new Session(graph);
  }

  /** [R, N, N], row-major; row = x, column = y. */
  @Override
  public float[] measure(State state) {
    int replicas = state.variables().get(0).length / layout.size();
    int pairs = symbols * symbols;
    float[] all = new float[replicas * pairs];
    for (int r = 0; r < replicas; r++) {
      float[] vector = state.parameters(r, layout.size());
      try (TFloat32 fed = TFloat32.tensorOf(Shape.of(vector.length), DataBuffers.of(vector));
          Result result = session.runner().feed(parameters, fed).fetch(scores).run()) {
        ((TFloat32) result.get(0))
            .copyTo(DataBuffers.of(all, false, false).offset((long) r * pairs).narrow(pairs));
      }
    }
    return all;
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  private static float[][] identity(int size) {
    float[][] rows = new float[size][size];
    for (int i = 0; i < size; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }
}
