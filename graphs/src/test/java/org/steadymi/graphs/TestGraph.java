package org.steadymi.graphs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Builds graphs, runs them as training does, and copies the results to the host. */
public final class TestGraph {
  private TestGraph() {}

  /** The values of several operands, each row-major. */
  public static List<float[]> all(Function<Ops, List<Operand<TFloat32>>> build) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, Sessions.singleThreaded())) {
      Session.Runner runner = session.runner();
      build.apply(Ops.create(graph)).forEach(runner::fetch);
      try (Result result = runner.run()) {
        List<float[]> values = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
          values.add(copy((TFloat32) result.get(i)));
        }
        return values;
      }
    }
  }

  /** The values of one operand, row-major. */
  public static float[] values(Function<Ops, Operand<TFloat32>> build) {
    return all(tf -> List.of(build.apply(tf))).get(0);
  }

  /** The value of a scalar operand. */
  public static float value(Function<Ops, Operand<TFloat32>> build) {
    return values(build)[0];
  }

  /**
   * What uses an operand as a function of a vector: one graph for all calls.
   *
   * @param size of the vector
   * @param build the operand
   * @param use calls the function
   */
  public static <R> R function(
      int size,
      BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> build,
      Function<UnaryOperator<float[]>, R> use) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, Sessions.singleThreaded())) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(size)));
      Operand<TFloat32> y = build.apply(tf, x);
      return use.apply(
          values -> {
            try (TFloat32 fed = TFloat32.tensorOf(Shape.of(size), DataBuffers.of(values));
                Result result = session.runner().feed(x, fed).fetch(y).run()) {
              return copy((TFloat32) result.get(0));
            }
          });
    }
  }

  /** ∂y/∂x in the shape of x. */
  @SuppressWarnings("unchecked")
  public static Operand<TFloat32> gradient(Ops tf, Operand<TFloat32> y, Operand<TFloat32> x) {
    Graph graph = (Graph) tf.scope().env();
    Output<?>[] gradients = graph.addGradients(y.asOutput(), new Output<?>[] {x.asOutput()});
    return (Operand<TFloat32>) gradients[0];
  }

  /** A constant of any shape, its values row-major. */
  public static Operand<TFloat32> constant(Ops tf, double[] values, long... shape) {
    return tf.constant(Shape.of(shape), DataBuffers.of(floats(values)));
  }

  /** A constant matrix. */
  public static Operand<TFloat32> constant(Ops tf, double[][] matrix) {
    return constant(tf, flat(matrix), matrix.length, matrix[0].length);
  }

  /** The rows one after the other. */
  public static double[] flat(double[][] matrix) {
    return java.util.Arrays.stream(matrix).flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  /** Rounded to float. */
  public static float[] floats(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  private static float[] copy(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
