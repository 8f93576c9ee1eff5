package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Row = x, column = class: each row has one joint score, that with its own class, and every score
 * is a draw from the product of the marginals under a uniform class.
 */
final class LabelScores implements Scores {
  private static final int[] PAIRS = {-2, -1};

  private final Operand<TFloat32> scores;
  private final Operand<TFloat32> labels;

  LabelScores(Operand<TFloat32> scores, Operand<TFloat32> labels) {
    Shape shape = scores.shape();
    if (shape.numDimensions() < 2 || shape.size() < 1 || !shape.equals(labels.shape())) {
      throw new IllegalArgumentException(
          "scores: expected scores against classes and one-hot labels of one shape, [K, C] or [R, K, C], found "
              + shape
              + " and "
              + labels.shape());
    }
    this.scores = scores;
    this.labels = labels;
  }

  @Override
  public Layout layout() {
    return Layout.LABELS;
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return new LabelScores(f.apply(scores), labels);
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    Operand<TBool> own = tf.math.greater(labels, tf.constant(0.5f));
    Operand<TFloat32> joint =
        tf.reduceSum(tf.select(own, scores, tf.constant(0f)), tf.constant(-1)); // [K]
    return tf.math.mean(joint, tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return tf.math.mean(scores, tf.constant(PAIRS));
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return Reductions.logMeanExp(tf, scores, (double) size(-2) * size(-1), PAIRS);
  }

  @Override
  public Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    return tf.math.mean(Reductions.logMeanExp(tf, scores, size(-1), -1), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return tf.reduceMax(scores, tf.constant(PAIRS));
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return Reductions.maxAbs(tf, scores, PAIRS);
  }

  private int size(int axis) {
    return (int) scores.shape().get(scores.rank() + axis);
  }
}
