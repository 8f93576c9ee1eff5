package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Joint scores [n] and marginal scores [m] drawn apart from each other. */
final class SeparateScores implements Scores {
  private final Operand<TFloat32> joint;
  private final Operand<TFloat32> marginal;

  SeparateScores(Operand<TFloat32> joint, Operand<TFloat32> marginal) {
    this.joint = requirePairs("joint", joint);
    this.marginal = requirePairs("marginal", marginal);
  }

  @Override
  public Layout layout() {
    return Layout.SEPARATE;
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return new SeparateScores(f.apply(joint), f.apply(marginal));
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    return tf.math.mean(joint, tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return tf.math.mean(marginal, tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return Reductions.logMeanExp(tf, marginal, (double) pairs(marginal), -1);
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return tf.reduceMax(marginal, tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return tf.math.maximum(Reductions.maxAbs(tf, joint, -1), Reductions.maxAbs(tf, marginal, -1));
  }

  private static long pairs(Operand<TFloat32> scores) {
    return scores.shape().get(scores.rank() - 1);
  }

  private static Operand<TFloat32> requirePairs(String side, Operand<TFloat32> scores) {
    if (scores.rank() < 1 || pairs(scores) < 1) {
      throw new IllegalArgumentException(
          "scores: expected " + side + " scores of shape [n] or [R, n], found " + scores.shape());
    }
    return scores;
  }
}
