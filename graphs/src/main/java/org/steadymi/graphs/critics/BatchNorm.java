package org.steadymi.graphs.critics;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.nn.FusedBatchNorm;
import org.tensorflow.types.TFloat32;

/**
 * Batch normalisation, γ (x − μ) / √(σ² + ε) + β for each channel. While the critic learns, μ and
 * σ² are those of the batch over rows and space, and their moving averages are remembered, the
 * variance's without bias; otherwise they are the averages. Ioffe and Szegedy 2015,
 * arXiv:1502.03167; ε and the rate of the averages as in PyTorch.
 *
 * @param name its parameters are {@code name/gamma}, {@code beta}, {@code mean} and {@code
 *     variance}
 */
record BatchNorm(String name, int channels) {
  /** ε. */
  static final float EPSILON = 1e-5f;

  /** What a batch weighs in the averages. */
  static final float RATE = 0.1f;

  List<ParameterSpec> parameters() {
    Shape shape = Shape.of(channels);
    return List.of(
        ParameterSpec.constant(gamma(), shape, 1),
        ParameterSpec.constant(beta(), shape, 0),
        ParameterSpec.remembered(mean(), shape, 0),
        ParameterSpec.remembered(variance(), shape, 1));
  }

  /** x [n, h, w, channels] to the same shape. */
  Operand<TFloat32> apply(Ops tf, Parameters p, Operand<TFloat32> x) {
    Operand<TFloat32> gamma = p.get(gamma());
    Operand<TFloat32> beta = p.get(beta());
    var epsilon = FusedBatchNorm.epsilon(EPSILON);
    var training = FusedBatchNorm.isTraining(p.training());
    if (!p.training()) {
      return tf.nn
          .fusedBatchNorm(x, gamma, beta, p.get(mean()), p.get(variance()), epsilon, training)
          .y();
    }
    Operand<TFloat32> none = tf.constant(new float[0]);
    var norm = tf.nn.fusedBatchNorm(x, gamma, beta, none, none, epsilon, training);
    p.remember(mean(), moved(tf, p.get(mean()), norm.batchMean()));
    p.remember(variance(), moved(tf, p.get(variance()), norm.batchVariance()));
    return norm.y();
  }

  /** old + rate (batch − old). */
  private static Operand<TFloat32> moved(Ops tf, Operand<TFloat32> old, Operand<TFloat32> batch) {
    return tf.math.add(old, tf.math.mul(tf.constant(RATE), tf.math.sub(batch, old)));
  }

  private String gamma() {
    return name + "/gamma";
  }

  private String beta() {
    return name + "/beta";
  }

  private String mean() {
    return name + "/mean";
  }

  private String variance() {
    return name + "/variance";
  }
}
