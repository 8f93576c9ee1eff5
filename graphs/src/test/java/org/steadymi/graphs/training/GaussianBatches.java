package org.steadymi.graphs.training;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A correlated Gaussian drawn in the graph, as a function of seed and step.
 *
 * @param critic scores the sample
 * @param dimension of x and of y
 * @param rho correlation of each x_k with its y_k
 */
record GaussianBatches(Critic critic, int dimension, double rho) implements ScoreSource {

  ParameterLayout layout() {
    return new ParameterLayout(critic.parameters());
  }

  @Override
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    List<Long> shape = new ArrayList<>(draw.lead());
    shape.add((long) dimension);
    Operand<TFloat32> x = normal(tf, shape, draw, 0);
    Operand<TFloat32> noise = normal(tf, shape, draw, 1);
    Operand<TFloat32> y =
        tf.math.add(
            tf.math.mul(x, tf.constant((float) rho)),
            tf.math.mul(noise, tf.constant((float) Math.sqrt(1 - rho * rho))));
    return Scores.matrix(critic.scoreMatrix(tf, parameters, x, y));
  }

  private static Operand<TFloat32> normal(Ops tf, List<Long> shape, Draw draw, int side) {
    var seed =
        tf.stack(
            List.of(
                tf.math.add(tf.math.mul(draw.seed(), tf.constant(2)), tf.constant(side)),
                draw.step()));
    return tf.random.statelessRandomNormal(
        tf.constant(shape.stream().mapToLong(Long::longValue).toArray()), seed);
  }
}
