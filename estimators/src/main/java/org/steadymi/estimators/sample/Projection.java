package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A linear map.
 *
 * @param matrix [inputs][outputs]
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record Projection(double[][] matrix) implements RowMap {
  @Override
  public int inputs() {
    return matrix.length;
  }

  @Override
  public int outputs() {
    return matrix[0].length;
  }

  /** The first outputs only. */
  Projection first(int count) {
    return new Projection(
        Arrays.stream(matrix).map(row -> Arrays.copyOf(row, count)).toArray(double[][]::new));
  }

  @Override
  public Points of(Points rows) {
    double[] values = new double[rows.count() * outputs()];
    for (int row = 0; row < rows.count(); row++) {
      for (int in = 0; in < inputs(); in++) {
        double value = rows.at(row, in);
        for (int out = 0; out < outputs(); out++) {
          values[row * outputs() + out] += value * matrix[in][out];
        }
      }
    }
    return new Points(values, outputs());
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    return tf.linalg.matMul(rows, Constants.matrix(tf, matrix));
  }
}
