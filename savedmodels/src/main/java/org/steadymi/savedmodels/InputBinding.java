package org.steadymi.savedmodels;

import java.util.List;
import java.util.stream.LongStream;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/**
 * An input of the contract bound to a tensor of one graph.
 *
 * @param tensor the tensor to feed
 * @param float64 whether it takes doubles
 * @param row the shape of one row, [d] or that of an image
 */
record InputBinding(String tensor, boolean float64, List<Long> row) {

  /** Values per row. */
  int size() {
    return Math.toIntExact(row.stream().reduce(1L, Math::multiplyExact));
  }

  /** Rows as the graph takes them; the caller closes the tensor. */
  TType feed(float[] values, int count) {
    Shape shape =
        Shape.of(
            LongStream.concat(LongStream.of(count), row.stream().mapToLong(Long::longValue))
                .toArray());
    if (!float64) {
      return TFloat32.tensorOf(shape, DataBuffers.of(values, true, false));
    }
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return TFloat64.tensorOf(shape, DataBuffers.of(wide, true, false));
  }
}
