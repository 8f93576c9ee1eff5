package org.steadymi.estimators.baselines;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The mutual information of the normal distribution with the samples' correlations, −½ Σ log(1 −
 * ρ_i²) over the canonical correlations ρ_i, which is ½ log(|R_x| |R_y| / |R|), in nats. The
 * correlations are shrunk towards none: R = (1 − λ) R̂ + λ 1, which also keeps R positive definite
 * where columns depend on each other or outnumber the rows.
 *
 * <p>It knows of linear dependence only. λ lowers it, most where correlations are near 1, and the
 * error of the correlations raises it by about d_x d_y / 2N.
 *
 * @param shrinkage λ, in [0, 1)
 */
public record GaussianMi(double shrinkage) implements Baseline {
  private static final double USUAL = 0.02;
  private static final int LEAST_ROWS = 3;

  /** With a shrinkage of 2 %. */
  public GaussianMi() {
    this(USUAL);
  }

  /**
   * Checks the shrinkage.
   *
   * @throws IllegalArgumentException with one line, if it is out of range
   */
  public GaussianMi {
    if (!(shrinkage >= 0 && shrinkage < 1)) {
      throw new IllegalArgumentException(
          "shrinkage: expected at least 0 and below 1, found " + shrinkage);
    }
  }

  @Override
  public String name() {
    return "gaussian";
  }

  /**
   * Without shrinkage, columns of one side that depend on each other are an error, too; where those
   * of both sides do, the value is infinite, or as large as rounding leaves it.
   */
  @Override
  public BaselineEstimate estimate(Points x, Points y) {
    List<String> notes =
        List.of(
            String.format(Locale.ROOT, "correlations shrunk by %s", shrinkage),
            String.format(
                Locale.ROOT,
                "the error of the correlations adds about %.4f nats",
                (double) x.width() * y.width() / (2.0 * x.count())));
    return new BaselineEstimate(
        name(),
        Arrays.stream(canonicalCorrelations(x, y)).map(GaussianMi::ofCorrelation).sum(),
        "of the normal distribution with these correlations",
        x.count(),
        notes);
  }

  /** −½ log(1 − ρ²), of what rounding has made larger than 1 too. */
  private static double ofCorrelation(double rho) {
    return -Math.log1p(-Math.min(1, rho * rho)) / 2;
  }

  /**
   * The canonical correlations ρ_i of the shrunk correlations, as many as the narrower side has
   * columns, the largest first.
   *
   * @throws IllegalArgumentException as {@link #estimate}
   */
  public double[] canonicalCorrelations(Points x, Points y) {
    return canonicalPairs(x, y).correlations();
  }

  /**
   * The directions in x and y with these correlations.
   *
   * @throws IllegalArgumentException as {@link #estimate}
   */
  public CanonicalPairs canonicalPairs(Points x, Points y) {
    return correlations(x, y).canonical();
  }

  private Correlations correlations(Points x, Points y) {
    Samples.require(this, x, y, LEAST_ROWS);
    return Correlations.of(x, y, shrinkage);
  }
}
