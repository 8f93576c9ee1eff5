package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * T(x, y) + s(x, y): a critic and a term with parameters of its own, trained together.
 *
 * @param base T
 * @param term s
 */
public record AugmentedCritic(Critic base, Term term) implements Critic {
  /** What is added to a critic. */
  public interface Term {
    /** Its kind, for example {@code baseline}. */
    String kind();

    /** What it must be given, under names that begin with its kind. */
    List<ParameterSpec> parameters();

    /** s(x_i, y_i): x [n, xSize], y [n, ySize] to [n], with replicas [R, n]. */
    Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y);

    /**
     * s(x_i, y_j): x [n, xSize], y [m, ySize] to [n, m] or what broadcasts to it, with replicas a
     * leading R.
     */
    Operand<TFloat32> allPairs(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y);
  }

  @Override
  public int xSize() {
    return base.xSize();
  }

  @Override
  public int ySize() {
    return base.ySize();
  }

  @Override
  public String kind() {
    return base.kind() + " with " + term.kind();
  }

  @Override
  public Map<String, String> options() {
    return base.options();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return Stream.concat(base.parameters().stream(), term.parameters().stream()).toList();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(base.score(tf, p, x, y), term.aligned(tf, p, x, y));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.math.add(base.scoreMatrix(tf, p, x, y), term.allPairs(tf, p, x, y));
  }

  @Override
  public Optional<Encoders> encoders() {
    return base.encoders();
  }
}
