package org.steadymi.graphs.critics;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A convolution without a bias, which the batch normalisation after it would take away again. The
 * image is padded with zeros so that its sides shrink by the stride alone, rounded up.
 *
 * @param name its parameter is {@code name/kernel}
 * @param size side of the square kernel
 * @param in input channels
 * @param out output channels
 * @param stride step of the kernel in both directions
 */
record Conv(String name, int size, int in, int out, int stride) {
  List<ParameterSpec> parameters() {
    return List.of(new ParameterSpec(kernel(), Shape.of(size, size, in, out), size * size * in));
  }

  /** x [n, h, w, in] to [n, ⌈h/stride⌉, ⌈w/stride⌉, out]. */
  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    return tf.nn.conv2d(x, p.get(kernel()), List.of(1L, (long) stride, (long) stride, 1L), "SAME");
  }

  private String kernel() {
    return name + "/kernel";
  }
}
