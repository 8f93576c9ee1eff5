package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Affine layers with ReLU between them. */
final class Mlp {
  private final List<Dense> layers;

  private Mlp(List<Dense> layers) {
    this.layers = layers;
  }

  /** Layers {@code name/0} … of the given widths, input and output included. */
  static Mlp of(String name, boolean outputBias, int... widths) {
    List<Dense> layers = new ArrayList<>();
    for (int i = 0; i + 1 < widths.length; i++) {
      boolean last = i + 2 == widths.length;
      layers.add(new Dense(name + "/" + i, widths[i], widths[i + 1], !last || outputBias));
    }
    return new Mlp(List.copyOf(layers));
  }

  List<ParameterSpec> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  Dense first() {
    return layers.get(0);
  }

  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    return applyAfterFirst(tf, p, first().apply(tf, p, x));
  }

  /** The rest of the network on the first layer's affine output. */
  Operand<TFloat32> applyAfterFirst(Ops tf, Parameters p, Operand<TFloat32> firstOutput) {
    Operand<TFloat32> h = firstOutput;
    for (Dense layer : layers.subList(1, layers.size())) {
      h = layer.apply(tf, p, tf.nn.relu(h));
    }
    return h;
  }
}
