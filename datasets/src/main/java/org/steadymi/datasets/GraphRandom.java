package org.steadymi.datasets;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Counter-based randomness in a graph: every draw is a pure function of (seed, step, number of the
 * draw in the step), which makes training reproducible and resumable.
 *
 * <p>All of it compiles under XLA, which derives other numbers from the same seed: a run is
 * reproducible with XLA or without, not across the two.
 */
public final class GraphRandom {
  /** Odd, close to 2³²/φ: successive streams of one seed lie far apart. */
  private static final int STREAM = 0x9E3779B9;

  /** Odd, unrelated to {@link #STREAM}: the splits of one seed lie far apart. */
  private static final int SPLIT = 0x7FEB352D;

  private final Ops tf;
  private final Operand<TInt32> seedAndStep;
  private final AtomicInteger streams;
  private final int offset;

  /**
   * @param seed scalar
   * @param step scalar
   */
  public GraphRandom(Ops tf, Operand<TInt32> seed, Operand<TInt32> step) {
    this(tf, tf.stack(List.of(seed, step)), new AtomicInteger(), 0);
  }

  private GraphRandom(Ops tf, Operand<TInt32> seedAndStep, AtomicInteger streams, int offset) {
    this.tf = tf;
    this.seedAndStep = seedAndStep;
    this.streams = streams;
    this.offset = offset;
  }

  /**
   * The same randomness as one split sees it: draws for different splits differ at the same seed
   * and step. The draws are counted together with those of this object, so none repeats.
   */
  public GraphRandom on(Split split) {
    return new GraphRandom(tf, seedAndStep, streams, offset(split));
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

  private static int offset(Split split) {
    return switch (split) {
      case TRAIN -> 0;
      case SELECTION -> SPLIT;
      case REPORT -> -SPLIT;
    };
  }

  private Operand<TInt32> nextSeed() {
    int shift = STREAM * streams.incrementAndGet() + offset;
    return tf.math.add(seedAndStep, tf.constant(new int[] {shift, 0}));
  }
}
