package org.steadymi.estimators;

import java.util.Arrays;
import java.util.Locale;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;

/**
 * Reads a diagnosis off a training curve. The second half of the curve is cut into blocks; a term
 * moves if the trend of its block means over that half is both larger than {@value #MOVES} nats and
 * significant.
 */
public final class Diagnostics {
  /** ln of the largest float: e^t of anything above is infinite. */
  static final double EXP_LIMIT = Math.log(Float.MAX_VALUE);

  /** The least movement, in nats over the second half of a curve, that counts. */
  static final double MOVES = 0.15;

  private static final int BLOCKS = 10;

  /** The first of so many parts of a curve is the one in which a critic may find its range. */
  private static final int SETTLING = 10;

  /** Two-sided 1 % quantile of Student's t with {@value #BLOCKS} − 2 degrees of freedom. */
  private static final double SIGNIFICANT = 3.355;

  private Diagnostics() {}

  /** The diagnosis of one replica's curve. */
  public static Diagnosis of(Curve curve) {
    int exploded = firstExplosion(curve);
    if (exploded < curve.steps()) {
      return new Diagnosis(
          Diagnosis.State.EXPLODED, curve.firstStep() + exploded, explosion(curve, exploded));
    }
    if (curve.steps() < 2 * BLOCKS) {
      return new Diagnosis(
          Diagnosis.State.LEARNING,
          curve.steps(),
          "fewer than " + 2 * BLOCKS + " steps: too short to tell");
    }
    Trend joint = Trend.of(curve, Metric.JOINT);
    Trend marginal = Trend.of(curve, Metric.LOG_MARGINAL);
    Trend difference = Trend.ofDifference(curve);
    boolean together = joint.moves() && marginal.moves() && joint.change() * marginal.change() > 0;
    double common = Math.min(Math.abs(joint.change()), Math.abs(marginal.change()));
    boolean still = !difference.moves() || Math.abs(difference.change()) < common / 2;
    Diagnosis.State state =
        together && still
            ? Diagnosis.State.DRIFTING
            : difference.moves() ? Diagnosis.State.LEARNING : Diagnosis.State.CONVERGED;
    String reason =
        String.format(
            Locale.ROOT,
            "over the second half J moved by %+.2f, log M by %+.2f, their difference by %+.2f nats",
            joint.change(),
            marginal.change(),
            difference.change());
    return new Diagnosis(state, curve.firstStep() + curve.steps(), reason);
  }

  /** Whether every term of the curve is finite and within what exp can hold. */
  static boolean withinLimits(Curve curve) {
    return firstBeyond(curve, 0) == curve.steps();
  }

  /**
   * Index of the first step that is an explosion; the number of steps if there is none. A term
   * beyond the limit in the first tenth of the curve is none if all are within it from the end of
   * that tenth on: an untrained critic may score far out, and be pulled back.
   */
  static int firstExplosion(Curve curve) {
    int settled = curve.steps() / SETTLING;
    int first = firstBeyond(curve, Math.min(settled, curve.firstNonFinite()));
    while (first < curve.steps() && first > 0 && first <= settled && beyond(curve, first - 1)) {
      first--;
    }
    return first;
  }

  /** Index of the first step from one on with a term that is too large or not finite. */
  private static int firstBeyond(Curve curve, int from) {
    int finite = curve.firstNonFinite();
    int step = from;
    while (step < finite && !beyond(curve, step)) {
      step++;
    }
    return step;
  }

  private static boolean beyond(Curve curve, int step) {
    return Math.abs(curve.at(step, Metric.JOINT)) > EXP_LIMIT
        || Math.abs(curve.at(step, Metric.LOG_MARGINAL)) > EXP_LIMIT;
  }

  private static String explosion(Curve curve, int step) {
    float joint = curve.at(step, Metric.JOINT);
    float marginal = curve.at(step, Metric.LOG_MARGINAL);
    String what =
        step == curve.firstNonFinite()
            ? "a term or the gradient is not finite"
            : String.format(
                Locale.ROOT, "a term is beyond ±%.1f, what exp can hold in float", EXP_LIMIT);
    return String.format(
        Locale.ROOT,
        "at step %d %s: J = %.4g, log M = %.4g",
        curve.firstStep() + step,
        what,
        joint,
        marginal);
  }

  /** Least-squares line through the block means of the second half of a curve. */
  private record Trend(double change, double standardError) {
    static Trend of(Curve curve, Metric metric) {
      return fit(curve.series(metric));
    }

    /** Of J − log M, whose standing still is what makes a movement of both a drift. */
    static Trend ofDifference(Curve curve) {
      double[] difference = curve.series(Metric.JOINT);
      double[] marginal = curve.series(Metric.LOG_MARGINAL);
      for (int i = 0; i < difference.length; i++) {
        difference[i] -= marginal[i];
      }
      return fit(difference);
    }

    boolean moves() {
      return Math.abs(change) > MOVES && Math.abs(change) > SIGNIFICANT * standardError;
    }

    private static Trend fit(double[] series) {
      double[] means = blockMeans(series);
      double centre = (BLOCKS - 1) / 2.0;
      double sxx = 0;
      double sxy = 0;
      double mean = Arrays.stream(means).average().orElseThrow();
      for (int b = 0; b < BLOCKS; b++) {
        sxx += (b - centre) * (b - centre);
        sxy += (b - centre) * (means[b] - mean);
      }
      double slope = sxy / sxx;
      double residual = 0;
      for (int b = 0; b < BLOCKS; b++) {
        double r = means[b] - mean - slope * (b - centre);
        residual += r * r;
      }
      double error = Math.sqrt(residual / (BLOCKS - 2) / sxx);
      return new Trend(slope * BLOCKS, error * BLOCKS);
    }

    private static double[] blockMeans(double[] series) {
      int from = series.length / 2;
      int length = series.length - from;
      double[] means = new double[BLOCKS];
      for (int b = 0; b < BLOCKS; b++) {
        int begin = from + b * length / BLOCKS;
        int end = from + (b + 1) * length / BLOCKS;
        for (int i = begin; i < end; i++) {
          means[b] += series[i] / (end - begin);
        }
      }
      return means;
    }
  }
}
