package org.steadymi.estimators;

import org.steadymi.datasets.GraphRandom;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gaussian noise. */
final class Disturbance {
  private Disturbance() {}

  /** The values plus N(0, deviation²), drawn for each; as they are if the deviation is 0. */
  static Operand<TFloat32> of(
      Ops tf, Operand<TFloat32> values, double deviation, GraphRandom random) {
    if (deviation == 0) {
      return values;
    }
    Operand<TFloat32> normal = random.normal(values.shape().asArray());
    return tf.math.add(values, tf.math.mul(tf.constant((float) deviation), normal));
  }
}
