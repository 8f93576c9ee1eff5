package org.steadymi.datasets;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Counter-based randomness in a graph: every draw is a pure function of (seed, step, number of the
 * draw in the step), which makes training reproducible and resumable.
 */
public final class GraphRandom {
  /** Odd, close to 2³²/φ: successive streams of one seed lie far apart. */
  private static final int STREAM = 0x9E3779B9;

  private final Ops tf;
  private final Operand<TInt32> seedAndStep;
  private int streams;

  /**
   * @param seed scalar
   * @param step scalar
   */
  public GraphRandom(Ops tf, Operand<TInt32> seed, Operand<TInt32> step) {
    this.tf = tf;
    this.seedAndStep = tf.stack(java.util.List.of(seed, step));
  }

  /** Standard normal draws of the given shape. */
  public Operand<TFloat32> normal(long... shape) {
    return tf.random.statelessRandomNormal(tf.constant(shape), nextSeed());
  }

  /** Uniform draws in [0, 1) of the given shape. */
  public Operand<TFloat32> uniform(long... shape) {
    return tf.random.statelessRandomUniform(tf.constant(shape), nextSeed());
  }

  /** Uniform integers in [0, bound) of the given shape. */
  public Operand<TInt32> below(int bound, long... shape) {
    return tf.random.statelessRandomUniformInt(
        tf.constant(shape), nextSeed(), tf.constant(0), tf.constant(bound));
  }

  private Operand<TInt32> nextSeed() {
    return tf.math.add(seedAndStep, tf.constant(new int[] {STREAM * ++streams, 0}));
  }
}
