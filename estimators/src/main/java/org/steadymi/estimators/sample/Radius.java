package org.steadymi.estimators.sample;

import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * How far out a row lies, log(1 + ‖row‖²): what variables share that are uncorrelated and have
 * their scale in common, and what a network has to learn coordinate by coordinate otherwise.
 *
 * @param inputs numbers of a row
 */
record Radius(int inputs) implements RowMap {
  @Override
  public int outputs() {
    return 1;
  }

  @Override
  public Points of(Points rows) {
    double[] radii = new double[rows.count()];
    for (int row = 0; row < radii.length; row++) {
      double squares = 0;
      for (int c = 0; c < inputs; c++) {
        squares += rows.at(row, c) * rows.at(row, c);
      }
      radii[row] = Math.log1p(squares);
    }
    return new Points(radii, 1);
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    return tf.math.log1p(
        tf.reduceSum(tf.math.square(rows), tf.constant(-1), ReduceSum.keepDims(true)));
  }
}
