package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Pairs of correlated normal vectors whose mutual information rises in steps while a critic trains:
 * x ~ N(0, I), y = ρ x + √(1−ρ²) ε, and y³ in its place for the cubic variant.
 *
 * @param critic scores them as matrices
 * @param transform what is done to y
 * @param levels I(X;Y) of each level, nats
 * @param stepsPerLevel training steps at each level
 */
record Stairs(Critic critic, Transform transform, List<Integer> levels, int stepsPerLevel)
    implements ScoreSource {
  /** Width of x and of y. */
  static final int DIM = 20;

  /** What is done to y; none of it changes the mutual information. */
  enum Transform {
    RAW,
    CUBIC;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    GraphRandom random = new GraphRandom(tf, draw.seed(), draw.step()).on(Split.TRAIN);
    long[] shape = shape(draw);
    Operand<TFloat32> x = random.normal(shape);
    Operand<TFloat32> noise = random.normal(shape);
    Operand<TFloat32> rho = rho(tf, draw.step());
    Operand<TFloat32> one = tf.constant(1f);
    Operand<TFloat32> scale = tf.math.sqrt(tf.math.sub(one, tf.math.square(rho)));
    Operand<TFloat32> y = tf.math.add(tf.math.mul(rho, x), tf.math.mul(scale, noise));
    Operand<TFloat32> seen = transform == Transform.CUBIC ? tf.math.mul(y, tf.math.mul(y, y)) : y;
    return Scores.matrix(critic.scoreMatrix(tf, parameters, x, seen));
  }

  private static long[] shape(Draw draw) {
    long[] lead = draw.leadArray();
    long[] shape = Arrays.copyOf(lead, lead.length + 1);
    shape[lead.length] = DIM;
    return shape;
  }

  /** The correlation at a step: scalar. */
  private Operand<TFloat32> rho(Ops tf, Operand<TInt32> step) {
    float[] all = new float[levels.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) Gaussian.ofMi(DIM, levels.get(i)).rho();
    }
    Operand<TInt32> level =
        tf.math.minimum(
            tf.math.floorDiv(step, tf.constant(stepsPerLevel)), tf.constant(all.length - 1));
    return tf.gather(tf.constant(all), level, tf.constant(0));
  }
}
