package org.steadymi.laboratory.studies;

import java.util.function.BiFunction;
import org.steadymi.datasets.GraphRandom;
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
import org.tensorflow.types.TInt32;

/**
 * Numbers measured on random batches: a pure function of seed and step, the same bit for bit on one
 * CPU thread. Owns a graph and a session.
 */
final class BatchGraph implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Placeholder<TInt32> seed;
  private final Placeholder<TInt32> step;
  private final Operand<TFloat32> numbers;
  private final Session session;

  /**
   * Builds the graph.
   *
   * @param measured adds what is measured, of any shape, from batches drawn with the given
   *     randomness
   */
  BatchGraph(BiFunction<Ops, GraphRandom, Operand<TFloat32>> measured) {
    Ops tf = Ops.create(graph);
    seed = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
    step = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
    numbers = measured.apply(tf, new GraphRandom(tf, seed, step));
    session = new Session(graph, Sessions.singleThreaded());
  }

  /** What is measured at a seed and a step, row-major. */
  float[] run(int seedValue, int stepValue) {
    try (TInt32 fedSeed = TInt32.scalarOf(seedValue);
        TInt32 fedStep = TInt32.scalarOf(stepValue);
        Result result =
            session.runner().feed(seed, fedSeed).feed(step, fedStep).fetch(numbers).run()) {
      TFloat32 tensor = (TFloat32) result.get(0);
      float[] values = new float[Math.toIntExact(tensor.size())];
      tensor.copyTo(DataBuffers.of(values, false, false));
      return values;
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }
}
