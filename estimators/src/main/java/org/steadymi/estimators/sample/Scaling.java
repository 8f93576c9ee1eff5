package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.baselines.Standardisation;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Every column less its centre, in units of its spread.
 *
 * @param columns centres and spreads
 */
record Scaling(Standardisation columns) implements RowMap {
  /** Columns as they are. */
  static Scaling none(int width) {
    return new Scaling(Standardisation.none(width));
  }

  /** Mean 0 and standard deviation 1. */
  static Scaling standard(Points rows) {
    return new Scaling(Standardisation.of(rows));
  }

  /** Median 0, and quartiles as far apart as those of a normal variable of deviation 1. */
  static Scaling robust(Points rows) {
    return new Scaling(Standardisation.robust(rows));
  }

  @Override
  public int inputs() {
    return columns.width();
  }

  @Override
  public int outputs() {
    return columns.width();
  }

  @Override
  public Points of(Points rows) {
    return columns.applied(rows);
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> centred = tf.math.sub(rows, Constants.row(tf, columns.centre()));
    double[] divisors = Arrays.stream(columns.spread()).map(Constants::divisor).toArray();
    return tf.math.div(centred, Constants.row(tf, divisors));
  }
}
