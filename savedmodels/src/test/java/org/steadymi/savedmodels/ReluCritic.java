package org.steadymi.savedmodels;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * T(x, y) = f(x) · g(y) with f(x) = relu(x W + b) V on each side: in the graph, and a second time
 * on the host in double.
 */
final class ReluCritic implements ExportableCritic {
  private final Tower towerX;
  private final Tower towerY;

  ReluCritic(int xSize, int ySize, int hidden, int features, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    towerX = Tower.random("x", xSize, hidden, features, random);
    towerY = Tower.random("y", ySize, hidden, features, random);
  }

  static ReluCritic small() {
    return new ReluCritic(3, 2, 5, 4, 17);
  }

  @Override
  public int xSize() {
    return towerX.inputs();
  }

  @Override
  public int ySize() {
    return towerY.inputs();
  }

  int features() {
    return towerX.features();
  }

  @Override
  public List<Weight> weights() {
    return List.of(
        towerX.kernel(),
        towerX.bias(),
        towerX.head(),
        towerY.kernel(),
        towerY.bias(),
        towerY.head());
  }

  @Override
  public Operand<TFloat32> score(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.reduceSum(
        tf.math.mul(towerX.encode(tf, weights, x), towerY.encode(tf, weights, y)),
        tf.constant(1),
        ReduceSum.keepDims(false));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Weights weights, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.linalg.matMul(
        towerX.encode(tf, weights, x), towerY.encode(tf, weights, y), MatMul.transposeB(true));
  }

  @Override
  public Optional<Operand<TFloat32>> encodeX(Ops tf, Weights weights, Operand<TFloat32> x) {
    return Optional.of(towerX.encode(tf, weights, x));
  }

  @Override
  public Optional<Operand<TFloat32>> encodeY(Ops tf, Weights weights, Operand<TFloat32> y) {
    return Optional.of(towerY.encode(tf, weights, y));
  }

  /** Features of row i of x, in double. */
  double[] featuresOfX(float[] x, int i) {
    return towerX.encode(row(x, i, xSize()));
  }

  /** Features of row j of y, in double. */
  double[] featuresOfY(float[] y, int j) {
    return towerY.encode(row(y, j, ySize()));
  }

  /** T(x_i, y_j), in double. */
  double score(float[] x, int i, float[] y, int j) {
    double[] f = featuresOfX(x, i);
    double[] g = featuresOfY(y, j);
    double sum = 0;
    for (int k = 0; k < f.length; k++) {
      sum += f[k] * g[k];
    }
    return sum;
  }

  private static double[] row(float[] values, int i, int size) {
    double[] row = new double[size];
    for (int k = 0; k < size; k++) {
      row[k] = values[i * size + k];
    }
    return row;
  }

  private record Tower(Weight kernel, Weight bias, Weight head) {

    static Tower random(
        String side, int inputs, int hidden, int features, SplittableRandom random) {
      return new Tower(
          weight(side + "/dense_0/kernel", Shape.of(inputs, hidden), random),
          weight(side + "/dense_0/bias", Shape.of(hidden), random),
          weight(side + "/dense_1/kernel", Shape.of(hidden, features), random));
    }

    private static Weight weight(String name, Shape shape, SplittableRandom random) {
      float[] values = new float[(int) shape.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextDouble(-1, 1);
      }
      return new Weight(name, shape, values);
    }

    int inputs() {
      return (int) kernel.shape().get(0);
    }

    int hidden() {
      return (int) kernel.shape().get(1);
    }

    int features() {
      return (int) head.shape().get(1);
    }

    Operand<TFloat32> encode(Ops tf, Weights weights, Operand<TFloat32> rows) {
      Operand<TFloat32> hidden =
          tf.nn.relu(
              tf.math.add(
                  tf.linalg.matMul(rows, weights.get(kernel.name())), weights.get(bias.name())));
      return tf.linalg.matMul(hidden, weights.get(head.name()));
    }

    double[] encode(double[] row) {
      double[] encoded = new double[features()];
      for (int h = 0; h < hidden(); h++) {
        double sum = bias.values()[h];
        for (int i = 0; i < row.length; i++) {
          sum += row[i] * kernel.values()[i * hidden() + h];
        }
        for (int f = 0; f < encoded.length; f++) {
          encoded[f] += Math.max(sum, 0) * head.values()[h * encoded.length + f];
        }
      }
      return encoded;
    }
  }
}
