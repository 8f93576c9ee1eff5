package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * ReLU(F(x) + S(x)): two 3×3 convolutions beside a short cut, which is a 1×1 convolution where the
 * block changes the shape and the identity elsewhere.
 *
 * @param first has the block's stride
 * @param shortCut absent where it is the identity
 */
record ResidualBlock(ConvNorm first, ConvNorm second, Optional<ConvNorm> shortCut) {
  /** Parameters {@code name/first/…}, {@code name/second/…} and {@code name/shortcut/…}. */
  static ResidualBlock of(String name, int in, int out, int stride) {
    return new ResidualBlock(
        ConvNorm.of(name + "/first", 3, in, out, stride),
        ConvNorm.of(name + "/second", 3, out, out, 1),
        in == out && stride == 1
            ? Optional.empty()
            : Optional.of(ConvNorm.of(name + "/shortcut", 1, in, out, stride)));
  }

  List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>(first.parameters());
    specs.addAll(second.parameters());
    shortCut.ifPresent(layer -> specs.addAll(layer.parameters()));
    return specs;
  }

  /** x [n, h, w, in] to [n, ⌈h/stride⌉, ⌈w/stride⌉, out]. */
  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    Operand<TFloat32> h = tf.nn.relu(first.apply(tf, p, x));
    Operand<TFloat32> residual = second.apply(tf, p, h);
    Operand<TFloat32> kept = shortCut.isPresent() ? shortCut.get().apply(tf, p, x) : x;
    return tf.nn.relu(tf.math.add(residual, kept));
  }
}
