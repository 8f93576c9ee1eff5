package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.train.BatchMatMul;
import org.tensorflow.types.TFloat32;

/**
 * An affine layer x W + b, for one replica or for R at once.
 *
 * @param name its parameters are {@code name/kernel} and {@code name/bias}
 * @param in input width
 * @param out output width
 * @param bias whether b is there
 */
record Dense(String name, int in, int out, boolean bias) {
  List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>();
    specs.add(new ParameterSpec(kernel(), Shape.of(in, out), in));
    if (bias) {
      specs.add(new ParameterSpec(name + "/bias", Shape.of(out), in));
    }
    return specs;
  }

  /** x [n, in] to [n, out], or [R, n, in] to [R, n, out]. */
  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    return addBias(tf, p, product(tf, x, p.get(kernel())));
  }

  /**
   * The product with the rows [from, to) of W alone: a layer over [x, y] is the sum of its x part
   * and its y part.
   */
  Operand<TFloat32> applyPart(Ops tf, Parameters p, Operand<TFloat32> part, int from, int to) {
    Operand<TFloat32> w = p.get(kernel());
    boolean replicated = w.rank() == 3;
    int[] begin = replicated ? new int[] {0, from, 0} : new int[] {from, 0};
    int[] extent = replicated ? new int[] {-1, to - from, -1} : new int[] {to - from, -1};
    return product(tf, part, tf.slice(w, tf.constant(begin), tf.constant(extent)));
  }

  /** y Wᵀ: y [n, out] to [n, in], or [R, n, out] to [R, n, in]. */
  Operand<TFloat32> applyTransposed(Ops tf, Parameters p, Operand<TFloat32> y) {
    return productTransposed(tf, y, p.get(kernel()));
  }

  Operand<TFloat32> addBias(Ops tf, Parameters p, Operand<TFloat32> product) {
    if (!bias) {
      return product;
    }
    Operand<TFloat32> b = p.get(name + "/bias");
    return b.rank() == 1
        ? tf.nn.biasAdd(product, b)
        : tf.math.add(product, tf.expandDims(b, tf.constant(1)));
  }

  /** a b over the last two axes. */
  static Operand<TFloat32> product(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return a.rank() == 2 ? tf.linalg.matMul(a, b) : tf.train.batchMatMul(a, b, TFloat32.class);
  }

  /** a bᵀ over the last two axes. */
  static Operand<TFloat32> productTransposed(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    return a.rank() == 2
        ? tf.linalg.matMul(a, b, MatMul.transposeB(true))
        : tf.train.batchMatMul(a, b, TFloat32.class, BatchMatMul.adjY(true));
  }

  private String kernel() {
    return name + "/kernel";
  }
}
