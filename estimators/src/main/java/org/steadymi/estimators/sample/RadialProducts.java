package org.steadymi.estimators.sample;

import java.util.List;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The columns, and each column times the last: a map that turns or stretches a row by how far out
 * it lies is linear in these to first order.
 *
 * @param inputs numbers of a row, the last of them its radius
 */
record RadialProducts(int inputs) implements RowMap {
  @Override
  public int outputs() {
    return 2 * inputs;
  }

  @Override
  public Points of(Points rows) {
    double[] products = new double[rows.values().length];
    for (int i = 0; i < products.length; i++) {
      products[i] = rows.values()[i] * rows.at(i / inputs, inputs - 1);
    }
    return rows.beside(new Points(products, inputs));
  }

  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    Operand<TFloat32> radius =
        tf.slice(rows, tf.constant(new int[] {0, inputs - 1}), tf.constant(new int[] {-1, 1}));
    return tf.concat(List.of(rows, tf.math.mul(rows, radius)), tf.constant(-1));
  }
}
