package org.steadymi.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.rng.sampling.distribution.NormalizedGaussianSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Componentwise correlated normal vectors: x ~ N(0, I_d), ε ~ N(0, I_d), y = ρ x + √(1−ρ²) ε, so
 * that
 *
 * <pre>I(X;Y) = −d/2 · log(1 − ρ²) nats.</pre>
 *
 * <p>The cubic variant returns y³, componentwise: a bijection, under which mutual information does
 * not change. Belghazi et al. 2018, arXiv:1801.04062; cubic: Poole et al. 2019, arXiv:1905.06922,
 * and Song &amp; Ermon 2020, arXiv:1910.06222.
 */
public final class Gaussian implements PairSource {
  /** The entry of the catalogue. */
  static final SourceFamily FAMILY =
      SourceFamily.named(
          "gaussian",
          "gaussian:dim=20,mi=4",
          "correlated normal vectors; rho=R instead of mi=NATS, cubic=true for y^3",
          text -> parse(Spec.parse(text)));

  /** Beyond this, √(1−ρ²) = e^−10 per dimension, float32 rounding of ρ x shows beside the noise. */
  private static final double MAX_NATS_PER_DIMENSION = 10;

  private final Spec spec;
  private final int dim;
  private final double mi;
  private final double rho;
  private final boolean cubic;

  private Gaussian(Spec spec, int dim, double mi, double rho, boolean cubic) {
    this.spec = spec;
    this.dim = dim;
    this.mi = mi;
    this.rho = rho;
    this.cubic = cubic;
  }

  /**
   * With a given mutual information; ρ = √(1 − e^(−2 mi / d)).
   *
   * @param dim d, at least 1
   * @param mi nats, in [0, 10 d]
   * @throws SpecException if a value is out of range
   */
  public static Gaussian ofMi(int dim, double mi) {
    return parse(Spec.of("gaussian").with("dim", dim).with("mi", mi));
  }

  /**
   * With a given correlation.
   *
   * @param dim d, at least 1
   * @param rho in (−1, 1), with at most 10 nats per dimension
   * @throws SpecException if a value is out of range
   */
  public static Gaussian ofRho(int dim, double rho) {
    return parse(Spec.of("gaussian").with("dim", dim).with("rho", rho));
  }

  /** The same pairs with y³ in the place of y. */
  public Gaussian cubed() {
    return parse(spec.with("cubic", true));
  }

  private static Gaussian parse(Spec given) {
    given.only("dim", "mi", "rho", "cubic");
    if (given.has("mi") && given.has("rho")) {
      throw new SpecException(
          "gaussian: expected mi or rho, found both: each determines the other");
    }
    int dim = given.integer("dim", 20, 1);
    boolean cubic = given.flag("cubic", false);
    Spec spec = Spec.of("gaussian").with("dim", dim);
    if (given.has("rho")) {
      double rho = given.real("rho", 0, Range.open(-1, 1));
      double mi = -0.5 * dim * Math.log1p(-rho * rho);
      if (mi > MAX_NATS_PER_DIMENSION * dim) {
        throw given.bad("rho", "at most 10 nats per dimension, all that float32 resolves");
      }
      return new Gaussian(cubic(spec.with("rho", rho), cubic), dim, mi, rho, cubic);
    }
    double mi = given.real("mi", 4, Range.closed(0, MAX_NATS_PER_DIMENSION * dim));
    double rho = Math.sqrt(-Math.expm1(-2 * mi / dim));
    return new Gaussian(cubic(spec.with("mi", mi), cubic), dim, mi, rho, cubic);
  }

  private static Spec cubic(Spec spec, boolean cubic) {
    return cubic ? spec.with("cubic", true) : spec;
  }

  /** The correlation of each component of x with its component of y (before the cube). */
  public double rho() {
    return rho;
  }

  @Override
  public String spec() {
    return spec.toString();
  }

  @Override
  public int xSize() {
    return dim;
  }

  @Override
  public int ySize() {
    return dim;
  }

  @Override
  public OptionalDouble trueMi() {
    return OptionalDouble.of(mi);
  }

  @Override
  public String fingerprint() {
    return Sha256.hex(spec());
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    PairSources.checkCount(count);
    NormalizedGaussianSampler normal =
        ZigguratSampler.NormalizedGaussian.of(HostRandom.draws(split, seed));
    double noise = Math.sqrt(1 - rho * rho);
    float[] x = new float[Math.multiplyExact(count, dim)];
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      double xi = normal.sample();
      double yi = rho * xi + noise * normal.sample();
      x[i] = (float) xi;
      y[i] = (float) (cubic ? yi * yi * yi : yi);
    }
    return new Pairs(new Rows(x, dim), new Rows(y, dim));
  }

  @Override
  public GraphSampler sampler(Split split) {
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of();
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        return drawIn(tf, random.on(split), shape(lead));
      }
    };
  }

  private long[] shape(long... lead) {
    long[] shape = Arrays.copyOf(lead, lead.length + 1);
    shape[lead.length] = dim;
    return shape;
  }

  private GraphPairs drawIn(Ops tf, GraphRandom random, long... shape) {
    Operand<TFloat32> x = random.normal(shape);
    Operand<TFloat32> noise = random.normal(shape);
    Operand<TFloat32> y =
        tf.math.add(
            tf.math.mul(tf.constant((float) rho), x),
            tf.math.mul(tf.constant((float) Math.sqrt(1 - rho * rho)), noise));
    return new GraphPairs(x, cubic ? tf.math.mul(y, tf.math.mul(y, y)) : y);
  }

  /**
   * The optimal critic on the host, log p(x, y) / p(x) p(y) in nats:
   *
   * <pre>I − [ρ² (|x|² + |y|²) − 2 ρ x·y] / (2 (1 − ρ²)).</pre>
   *
   * @param x [n, d], of which row i is taken
   * @param y [m, d], of which row j is taken
   */
  public double logRatio(Rows x, int i, Rows y, int j) {
    double squares = 0;
    double product = 0;
    for (int k = 0; k < dim; k++) {
      double xk = x.at(i, k);
      double yk = cubic ? Math.cbrt(y.at(j, k)) : y.at(j, k);
      squares += xk * xk + yk * yk;
      product += xk * yk;
    }
    return mi - squareWeight() * squares + productWeight() * product;
  }

  @Override
  public Optional<Densities> densities() {
    return Optional.of(new GaussianDensities(mi, rho, cubic));
  }

  private double squareWeight() {
    return rho * rho / (2 * (1 - rho * rho));
  }

  private double productWeight() {
    return rho / (1 - rho * rho);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Gaussian that && spec.equals(that.spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec();
  }
}
