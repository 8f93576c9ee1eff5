package org.steadymi.datasets.known;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.index.Indices;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;

/**
 * Arithmetic in a graph: rows [lead…, width] in float32.
 *
 * @param tf where the operations go
 */
public record GraphArithmetic(Ops tf) implements Arithmetic<Operand<TFloat32>> {
  @Override
  public Operand<TFloat32> constant(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return tf.constant(floats);
  }

  @Override
  public Operand<TFloat32> add(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.add(a, b);
  }

  @Override
  public Operand<TFloat32> sub(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.sub(a, b);
  }

  @Override
  public Operand<TFloat32> mul(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.mul(a, b);
  }

  @Override
  public Operand<TFloat32> div(Operand<TFloat32> a, Operand<TFloat32> b) {
    return tf.math.div(a, b);
  }

  @Override
  public Operand<TFloat32> abs(Operand<TFloat32> a) {
    return tf.math.abs(a);
  }

  @Override
  public Operand<TFloat32> sqrt(Operand<TFloat32> a) {
    return tf.math.sqrt(a);
  }

  @Override
  public Operand<TFloat32> sin(Operand<TFloat32> a) {
    return tf.math.sin(a);
  }

  @Override
  public Operand<TFloat32> cos(Operand<TFloat32> a) {
    return tf.math.cos(a);
  }

  @Override
  public Operand<TFloat32> asinh(Operand<TFloat32> a) {
    return tf.math.asinh(a);
  }

  @Override
  public Operand<TFloat32> normalCdf(Operand<TFloat32> a) {
    return mul(0.5, tf.math.erfc(mul(-Math.sqrt(0.5), a)));
  }

  @Override
  public Operand<TFloat32> choose(
      Operand<TFloat32> condition, Operand<TFloat32> positive, Operand<TFloat32> otherwise) {
    return tf.select(tf.math.greater(condition, tf.constant(0f)), positive, otherwise);
  }

  @Override
  public Operand<TFloat32> sum(Operand<TFloat32> a) {
    return tf.reduceSum(a, tf.constant(-1), ReduceSum.keepDims(true));
  }

  @Override
  public Operand<TFloat32> part(Operand<TFloat32> a, int from, int to) {
    return tf.stridedSlice(a, Indices.ellipsis(), Indices.slice(from, to));
  }

  @Override
  public Operand<TFloat32> join(List<Operand<TFloat32>> parts) {
    return tf.concat(parts, tf.constant(-1));
  }

  @Override
  public int bits() {
    return 24;
  }
}
