package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * T(x, y) = f(x) · f(y) of two images. While it learns, both sides go through f as one batch, so
 * that the statistics of batch normalisation are theirs together; and an operand that is both sides
 * is encoded once.
 */
public final class InnerProductCritic implements Critic, Critic.Encoders {
  private final Encoder f;

  /** A critic over one encoder. */
  public InnerProductCritic(Encoder f) {
    this.f = f;
  }

  @Override
  public int xSize() {
    return f.xSize();
  }

  @Override
  public int ySize() {
    return f.xSize();
  }

  @Override
  public int features() {
    return f.features();
  }

  @Override
  public String kind() {
    return "inner-product";
  }

  @Override
  public Map<String, String> options() {
    return Encoder.describe(f);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return f.parameters();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Sides sides = encoded(tf, p, x, y);
    return tf.reduceSum(tf.math.mul(sides.x(), sides.y()), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Sides sides = encoded(tf, p, x, y);
    return Dense.productTransposed(tf, sides.x(), sides.y());
  }

  @Override
  public Optional<Encoders> encoders() {
    return Optional.of(this);
  }

  @Override
  public Operand<TFloat32> encodeX(Ops tf, Parameters p, Operand<TFloat32> x) {
    return f.encode(tf, p, x);
  }

  @Override
  public Operand<TFloat32> encodeY(Ops tf, Parameters p, Operand<TFloat32> y) {
    return f.encode(tf, p, y);
  }

  /** f(x) and f(y). */
  private record Sides(Operand<TFloat32> x, Operand<TFloat32> y) {}

  private Sides encoded(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    if (x == y) {
      Operand<TFloat32> both = f.encode(tf, p, x);
      return new Sides(both, both);
    }
    if (!p.training()) {
      return new Sides(f.encode(tf, p, x), f.encode(tf, p, y));
    }
    int rows = x.rank() - 2;
    Operand<TFloat32> both = f.encode(tf, p, tf.concat(List.of(x, y), tf.constant(rows)));
    int n = (int) x.shape().get(rows);
    int m = (int) y.shape().get(rows);
    return new Sides(rows(tf, both, 0, n), rows(tf, both, n, m));
  }

  /** The count rows from begin on. */
  private static Operand<TFloat32> rows(Ops tf, Operand<TFloat32> all, int begin, int count) {
    boolean replicated = all.rank() == 3;
    int[] from = replicated ? new int[] {0, begin, 0} : new int[] {begin, 0};
    int[] extent = replicated ? new int[] {-1, count, -1} : new int[] {count, -1};
    return tf.slice(all, tf.constant(from), tf.constant(extent));
  }
}
