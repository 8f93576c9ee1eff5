package org.steadymi.graphs.losses;

import java.util.function.ToDoubleFunction;

/**
 * The equations of the literature on the host, in double, written apart from the graphs they check.
 *
 * @param objective what is maximised, without the penalty
 * @param value the estimate of I(X;Y), nats
 * @param statistic what the regulariser holds; 0 where there is none
 * @param exponential whether an equation has M itself in it, not only its logarithm
 */
public record HostLoss(
    ToDoubleFunction<HostScores> objective,
    ToDoubleFunction<HostScores> value,
    ToDoubleFunction<HostScores> statistic,
    boolean exponential) {

  /** Rounding error of one float operation, relative. */
  public static final double ULP = Math.scalb(1.0, -24);

  /** τ where none is given. */
  public static final double DEFAULT_TAU = 10;

  /** log M̄ in the tests of bounds that use a moving average. */
  static final double LOG_AVERAGE = 0.3;

  public static HostLoss of(String name, String variant, double tau) {
    boolean held = name.startsWith("re");
    HostLoss bound = bound(held ? name.substring(2) : name, variant, held, tau);
    return held
        ? new HostLoss(bound.objective, bound.value, statistic(name, variant), bound.exponential)
        : bound;
  }

  /** −objective + λ (statistic − C*)². */
  public double minimised(HostScores t, double lambda, double target) {
    return penalty(t, lambda, target) - objective.applyAsDouble(t);
  }

  public double penalty(HostScores t, double lambda, double target) {
    double offset = statistic.applyAsDouble(t) - target;
    return lambda * offset * offset;
  }

  /**
   * What a float computation of these terms' sum may be off by: some tens of roundings, relative to
   * the largest score or term. M = e^level turns the rounding of its level, which is below 89
   * wherever M is a float, into a relative error of its own.
   */
  public double tolerance(HostScores t, double... terms) {
    double scale = 1 + t.maxAbs();
    double amplification = exponential ? Math.min(scale, 89) : 1;
    double largest = scale;
    for (double term : terms) {
      largest += Math.abs(term) * amplification;
    }
    return 64 * ULP * largest;
  }

  private static HostLoss bound(String name, String variant, boolean held, double tau) {
    return switch (name) {
      case "mine" -> mine(variant);
      case "smile" -> smile(variant, tau);
      case "infonce" ->
          variant.equals("cpc")
              ? same(HostLoss::infoNce)
              : same(t -> t.meanJoint() - HostScores.matrix(t.leaveOneOut()).meanMarginal());
      case "nwj" -> exponential(t -> nwj(held ? t.clipped(10) : t));
      case "tuba" ->
          variant.equals("ema")
              ? exponential(t -> tuba(t.shifted(-LOG_AVERAGE)))
              : exponential(t -> tuba(held ? t.clipped(10) : t));
      case "js" ->
          new HostLoss(
              HostLoss::jensenShannon,
              variant.equals("code") ? HostLoss::nwj : HostLoss::tuba,
              t -> 0,
              true);
      case "ialpha" -> exponential(t -> interpolated(t, 0.01));
      case "uba", "loo" -> same(HostLoss::uba);
      case "ba" -> same(HostScores::meanJoint);
      case "rate" -> new HostLoss(t -> -t.meanJoint(), HostScores::meanJoint, t -> 0, false);
      case "tnce" -> same(t -> infoNce(t.transposed()));
      case "tnwj" -> exponential(HostLoss::tuba);
      default ->
          throw new AssertionError("write the equation of '" + name + "' on the host to test it");
    };
  }

  private static HostLoss mine(String variant) {
    ToDoubleFunction<HostScores> dv = t -> t.meanJoint() - t.logMeanExpMarginal();
    return switch (variant) {
      case "dv", "norm", "input-noise", "score-noise" -> same(dv);
      case "ema" ->
          new HostLoss(
              t -> t.meanJoint() - t.map(s -> Math.exp(s - LOG_AVERAGE)).meanMarginal(),
              dv,
              t -> 0,
              true);
      case "softplus" ->
          new HostLoss(
              t -> t.meanJoint() - softplus(t.map(Math::exp).meanMarginal()), dv, t -> 0, true);
      case "log-sum-exp" ->
          new HostLoss(
              t -> {
                double top = t.maxMarginal();
                return t.meanJoint() - Math.log(t.map(s -> Math.exp(s - top)).meanMarginal());
              },
              dv,
              t -> 0,
              false);
      default -> throw new AssertionError("write the equation of mine/" + variant);
    };
  }

  private static double infoNce(HostScores t) {
    return t.meanJoint() - t.meanRowLogMeanExp();
  }

  private static double uba(HostScores t) {
    return t.meanJoint() - diagonalMean(t.leaveOneOut());
  }

  /** Poole et al., with q = 1, written out. */
  private static double interpolated(HostScores t, double alpha) {
    double[][] others = t.leaveOneOut();
    int k = others.length;
    double sum = 0;
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < k; i++) {
        if (i != j) {
          sum += t.rows()[i][i] - logBaseline(others[j][i], alpha);
          sum -= Math.exp(t.rows()[i][j] - logBaseline(others[j][j], alpha));
        }
      }
    }
    return 1 + sum / (k * (k - 1.0));
  }

  /** log(α e^m + 1 − α), for any m. */
  private static double logBaseline(double m, double alpha) {
    double top = Math.max(m, 0);
    return top + Math.log(alpha * Math.exp(m - top) + (1 - alpha) * Math.exp(-top));
  }

  private static double diagonalMean(double[][] t) {
    double sum = 0;
    for (int i = 0; i < t.length; i++) {
      sum += t[i][i];
    }
    return sum / t.length;
  }

  private static HostLoss smile(String variant, double tau) {
    ToDoubleFunction<HostScores> clipped = t -> t.meanJoint() - t.clipped(tau).logMeanExpMarginal();
    return switch (variant) {
      case "js" -> new HostLoss(HostLoss::jensenShannon, clipped, t -> 0, false);
      case "clipped" -> same(clipped);
      case "both" -> same(t -> t.clipped(tau).meanJoint() - t.clipped(tau).logMeanExpMarginal());
      default -> throw new AssertionError("write the equation of smile/" + variant);
    };
  }

  private static ToDoubleFunction<HostScores> statistic(String name, String variant) {
    return switch (name + "/" + variant) {
      case "remine/dv",
          "remine/ema",
          "retuba/ema",
          "resmile/js",
          "resmile/clipped",
          "resmile/both",
          "renwj/code",
          "retuba/constant",
          "rejs/normalised" ->
          HostScores::logMeanExpMarginal;
      case "renwj/paper" -> t -> t.logMeanExpMarginal() - 1;
      case "reinfonce/cpc" -> HostScores::meanRowLogMeanExp;
      case "reinfonce/leave-one-out", "reuba/batch" -> t -> diagonalMean(t.leaveOneOut());
      case "remine/norm" -> t -> Math.sqrt(t.map(s -> Math.exp(2 * s)).meanMarginal());
      case "rejs/paper", "rejs/code" -> t -> t.map(HostLoss::softplus).meanMarginal();
      default ->
          throw new AssertionError("write the regulariser of " + name + "/" + variant + " here");
    };
  }

  private static HostLoss same(ToDoubleFunction<HostScores> equation) {
    return new HostLoss(equation, equation, t -> 0, false);
  }

  private static HostLoss exponential(ToDoubleFunction<HostScores> equation) {
    return new HostLoss(equation, equation, t -> 0, true);
  }

  private static double nwj(HostScores t) {
    return t.meanJoint() - t.map(s -> Math.exp(s - 1)).meanMarginal();
  }

  private static double tuba(HostScores t) {
    return 1 + t.meanJoint() - t.map(Math::exp).meanMarginal();
  }

  private static double jensenShannon(HostScores t) {
    return t.map(s -> -softplus(-s)).meanJoint() - t.map(HostLoss::softplus).meanMarginal();
  }

  private static double softplus(double s) {
    return Math.max(s, 0) + Math.log1p(Math.exp(-Math.abs(s)));
  }
}
