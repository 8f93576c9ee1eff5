package org.steadymi.graphs.critics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A critic T(x, y). It owns no variables: the same object scores with whatever parameters it is
 * given, in training graphs (all of one replica, or R at once) and in the exported graph.
 */
public interface Critic {
  /** Width of x. */
  int xSize();

  /** Width of y. */
  int ySize();

  /** Its kind, for example {@code separable}. */
  String kind();

  /** Its settings by name. */
  Map<String, String> options();

  /** What it must be given to score. */
  List<ParameterSpec> parameters();

  /**
   * Scores of aligned pairs: x [n, xSize], y [n, ySize] to [n]; with replicas [R, n, ·] to [R, n].
   */
  Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y);

  /**
   * Scores of all pairs: x [n, xSize], y [m, ySize] to [n, m], row = x, column = y; with replicas
   * [R, n, m].
   */
  Operand<TFloat32> scoreMatrix(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y);

  /** The encoders behind the scores, where the critic has them. */
  default Optional<Encoders> encoders() {
    return Optional.empty();
  }

  /** Maps from each side to features [n, features]. */
  interface Encoders {
    /** Width of the features. */
    int features();

    /** Features of x, [n, xSize] to [n, features]. */
    Operand<TFloat32> encodeX(Ops tf, Parameters p, Operand<TFloat32> x);

    /** Features of y, [n, ySize] to [n, features]. */
    Operand<TFloat32> encodeY(Ops tf, Parameters p, Operand<TFloat32> y);
  }
}
