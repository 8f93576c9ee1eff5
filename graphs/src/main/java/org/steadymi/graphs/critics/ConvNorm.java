package org.steadymi.graphs.critics;

import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A convolution and the normalisation of what comes out of it. */
record ConvNorm(Conv conv, BatchNorm norm) {
  /** Parameters {@code name/conv/…} and {@code name/norm/…}; the rest as in {@link Conv}. */
  static ConvNorm of(String name, int size, int in, int out, int stride) {
    return new ConvNorm(
        new Conv(name + "/conv", size, in, out, stride), new BatchNorm(name + "/norm", out));
  }

  List<ParameterSpec> parameters() {
    return Stream.concat(conv.parameters().stream(), norm.parameters().stream()).toList();
  }

  /** x [n, h, w, in] to [n, ⌈h/stride⌉, ⌈w/stride⌉, out]. */
  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    return norm.apply(tf, p, conv.apply(tf, p, x));
  }
}
