package org.steadymi.laboratory.studies;

import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Losses on marginal pairs that are drawn apart from the joint ones. */
final class SeparatePairs {
  private SeparatePairs() {}

  /**
   * Checks that a loss can be had without a matrix of scores, by building it once.
   *
   * @throws IllegalArgumentException with one line, if it compares the rows of a batch
   */
  static void require(String specification) {
    Loss loss = LossSpecs.parse(specification);
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> two = tf.constant(new float[] {0, 0});
      Scores scores = Scores.separate(two, two);
      loss.minimised(tf, scores);
      loss.value(tf, scores);
    } catch (IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "--losses: " + specification + ": " + unfit.getMessage(), unfit);
    }
  }
}
