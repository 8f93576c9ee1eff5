package org.steadymi.datasets;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;
import org.tensorflow.types.family.TType;

/**
 * Images in a graph's memory: uploaded once, as bytes; rows are gathered, scaled to [0, 1] and
 * changed at random in the graph.
 *
 * @param images what is uploaded
 * @param augmentation what is done to each image that is gathered
 */
record ImageTable(ImageSet images, Augmentation augmentation) {
  /** The table, [n, size]; to be closed by the caller. */
  TType upload() {
    return TUint8.tensorOf(
        Shape.of(images.count(), images.shape().size()), DataBuffers.of(images.pixels()));
  }

  /**
   * Images by their numbers.
   *
   * @param table holds what was {@linkplain #upload() uploaded}
   * @param index [lead…]
   * @return [lead…, size]
   */
  @SuppressWarnings("unchecked") // the table above
  Operand<TFloat32> rows(Ops tf, Operand<?> table, GraphRandom random, Operand<TInt32> index) {
    Operand<TUint8> bytes = tf.gather((Operand<TUint8>) table, index, tf.constant(0));
    Operand<TFloat32> values =
        tf.math.div(tf.dtypes.cast(bytes, TFloat32.class), tf.constant((float) images.white()));
    return augmentation.apply(tf, values, images.shape(), random);
  }
}
