package org.steadymi.graphs.training;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.ReduceSum;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** How a gradient changes the parameters. */
public sealed interface Optimizer {
  /** Number of variables of the parameters' shape that it keeps, all 0 at first. */
  int slots();

  /**
   * One update.
   *
   * @param parameters resource handle of the parameters
   * @param slots resource handles of its own variables
   * @param gradient of what is minimised, in the parameters' shape
   * @param step number of the step, the first is 0
   */
  Op update(
      Ops tf,
      Operand<?> parameters,
      List<? extends Operand<?>> slots,
      Operand<TFloat32> gradient,
      Operand<TInt32> step);

  /** Whether it changes anything, and so needs a gradient. */
  default boolean learns() {
    return true;
  }

  /** Its name, for the record. */
  String describe();

  /** Step size α. */
  double learningRate();

  /** Stochastic gradient descent, θ ← θ − α g. */
  record Sgd(double learningRate) implements Optimizer {
    /** Checks α. */
    public Sgd {
      requireRate(learningRate);
    }

    @Override
    public int slots() {
      return 0;
    }

    @Override
    public Op update(
        Ops tf,
        Operand<?> parameters,
        List<? extends Operand<?>> slots,
        Operand<TFloat32> gradient,
        Operand<TInt32> step) {
      return tf.train.resourceApplyGradientDescent(
          parameters, tf.constant((float) learningRate), gradient);
    }

    @Override
    public String describe() {
      return "sgd";
    }
  }

  /** Adam with β₁ = 0.9, β₂ = 0.999, ε = 1e-8. Kingma and Ba, ICLR 2015, arXiv:1412.6980. */
  record Adam(double learningRate) implements Optimizer {
    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    /** Checks α. */
    public Adam {
      requireRate(learningRate);
    }

    @Override
    public int slots() {
      return 2;
    }

    @Override
    public Op update(
        Ops tf,
        Operand<?> parameters,
        List<? extends Operand<?>> slots,
        Operand<TFloat32> gradient,
        Operand<TInt32> step) {
      Operand<TFloat32> count = tf.math.add(tf.dtypes.cast(step, TFloat32.class), tf.constant(1f));
      return tf.train.resourceApplyAdam(
          parameters,
          slots.get(0),
          slots.get(1),
          tf.math.pow(tf.constant(BETA1), count),
          tf.math.pow(tf.constant(BETA2), count),
          tf.constant((float) learningRate),
          tf.constant(BETA1),
          tf.constant(BETA2),
          tf.constant(EPSILON),
          gradient);
    }

    @Override
    public String describe() {
      return "adam";
    }
  }

  /**
   * Another optimiser on gradients of limited length, g ← g min(1, limit / ‖g‖), each replica's by
   * itself.
   *
   * @param inner what makes the update
   * @param limit the largest Euclidean norm, above 0
   */
  record Clipped(Optimizer inner, double limit) implements Optimizer {
    /** Checks the limit. */
    public Clipped {
      if (!(limit > 0) || Double.isInfinite(limit)) {
        throw new IllegalArgumentException(
            "optimiser: expected a limit of the gradient above 0, found " + limit);
      }
    }

    @Override
    public int slots() {
      return inner.slots();
    }

    @Override
    public Op update(
        Ops tf,
        Operand<?> parameters,
        List<? extends Operand<?>> slots,
        Operand<TFloat32> gradient,
        Operand<TInt32> step) {
      Operand<TFloat32> norm =
          tf.math.sqrt(
              tf.reduceSum(tf.math.square(gradient), tf.constant(-1), ReduceSum.keepDims(true)));
      Operand<TFloat32> longest = tf.constant((float) limit);
      Operand<TFloat32> scale = tf.math.div(longest, tf.math.maximum(norm, longest));
      return inner.update(tf, parameters, slots, tf.math.mul(gradient, scale), step);
    }

    @Override
    public String describe() {
      return inner.describe() + ", gradient clipped at " + limit;
    }

    @Override
    public double learningRate() {
      return inner.learningRate();
    }
  }

  /** Leaves the parameters as they are: the loop only measures. */
  record Frozen() implements Optimizer {
    @Override
    public int slots() {
      return 0;
    }

    @Override
    public boolean learns() {
      return false;
    }

    @Override
    public Op update(
        Ops tf,
        Operand<?> parameters,
        List<? extends Operand<?>> slots,
        Operand<TFloat32> gradient,
        Operand<TInt32> step) {
      return tf.noOp();
    }

    @Override
    public String describe() {
      return "frozen";
    }

    @Override
    public double learningRate() {
      return 0;
    }
  }

  private static void requireRate(double learningRate) {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new IllegalArgumentException(
          "optimiser: expected a learning rate above 0, found " + learningRate);
    }
  }
}
