package org.steadymi.estimators;

import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;

/** Training curves made up step by step. */
final class Curves {
  private static final int WIDTH = Metric.values().length;

  private Curves() {}

  /** A curve with the given terms; its objective and value are their difference. */
  static Curve of(int firstStep, int steps, IntToDoubleFunction joint, IntToDoubleFunction level) {
    Curve curve = new Curve(firstStep, new float[steps * WIDTH]);
    for (int i = 0; i < steps; i++) {
      double j = joint.applyAsDouble(i);
      double m = level.applyAsDouble(i);
      set(curve, i, Metric.OBJECTIVE, j - m);
      set(curve, i, Metric.VALUE, j - m);
      set(curve, i, Metric.JOINT, j);
      set(curve, i, Metric.LOG_MARGINAL, m);
      set(curve, i, Metric.GRADIENT_NORM, 1);
      set(curve, i, Metric.MAX_ABS_SCORE, Math.max(Math.abs(j), Math.abs(m)));
    }
    return curve;
  }

  /** Writes one metric of one step. */
  @SuppressWarnings("EnumOrdinal") // the columns are the metrics in their order
  static void set(Curve curve, int step, Metric metric, double value) {
    curve.values()[step * WIDTH + metric.ordinal()] = (float) value;
  }

  /** Independent normal noise around a mean, by step; the same at every call. */
  static IntToDoubleFunction noise(double mean, double deviation, long seed) {
    return step -> mean + deviation * new SplittableRandom(seed * 1_000_003 + step).nextGaussian();
  }
}
