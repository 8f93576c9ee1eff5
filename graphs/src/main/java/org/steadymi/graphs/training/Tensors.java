package org.steadymi.graphs.training;

import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Copies out of native memory. */
final class Tensors {
  private Tensors() {}

  /** All values, row-major. */
  static float[] copy(TFloat32 tensor) {
    float[] values = new float[Math.toIntExact(tensor.size())];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }
}
