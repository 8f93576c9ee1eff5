package org.steadymi.estimators.sample;

import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Numbers within ± a limit: what lies further out looks like what lies there.
 *
 * @param inputs numbers of a row
 * @param limit above 0
 */
record Clip(int inputs, double limit) implements RowMap {
  @Override
  public int outputs() {
    return inputs;
  }

  @Override
  public Points of(Points rows) {
    double[] clipped = new double[rows.values().length];
    for (int i = 0; i < clipped.length; i++) {
      clipped[i] = Math.max(-limit, Math.min(limit, rows.values()[i]));
    }
    return new Points(clipped, inputs);
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    return tf.clipByValue(rows, tf.constant((float) -limit), tf.constant((float) limit));
  }
}
