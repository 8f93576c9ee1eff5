package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.known.AdditiveNoise;
import org.steadymi.datasets.known.Base;
import org.steadymi.datasets.known.DenseNormal;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.datasets.known.PairedNormal;
import org.steadymi.datasets.known.StudentT;

class KnownMiTest extends PairSourceContract {
  @Override
  PairSource source() {
    return task("swissroll_x-normal_cdf-1v1-normal-0.75");
  }

  private static PairSource task(String id) {
    return PairSources.parse("known:task=" + id);
  }

  @Test
  void theKeyMayBeLeftOut() {
    assertThat(PairSources.parse("known:1v1-normal-0.75"))
        .isEqualTo(task("1v1-normal-0.75"))
        .hasToString("known:task=1v1-normal-0.75");
  }

  static Stream<KnownTask> all() {
    return KnownTasks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyTaskIsASource(KnownTask task) {
    PairSource source = task(task.id());
    assertThat(source).isEqualTo(new KnownMi(task));
    assertThat(source.trueMi()).hasValue(task.mi());
    Pairs pairs = source.pairs(Split.TRAIN, 1, 3);
    assertThat(pairs.x().width()).isEqualTo(task.xSize());
    assertThat(pairs.y().width()).isEqualTo(task.ySize());
  }

  /** Bisection, slices and sums as XLA compiles them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1v1-bimodal-0.75",
        "wiggly-1v1-normal-0.75",
        "spiral-normal_cdf-multinormal-sparse-3-3-2-2.0",
        "asinh-student-identity-3-3-2",
        "1v1-additive-0.75"
      })
  void compiledDrawsHaveTheSizesOfTheTask(String id) {
    PairSource source = task(id);
    try (CompiledDraw draw = new CompiledDraw(source.sampler(Split.TRAIN), 2, 25)) {
      Pairs pairs = draw.pairs(7, 2);
      assertThat(pairs.count()).isEqualTo(50);
      assertThat(pairs.x().width()).isEqualTo(source.xSize());
      assertThat(pairs.y().width()).isEqualTo(source.ySize());
    }
  }

  static Stream<KnownTask> bases() {
    return all().filter(task -> task.maps().isEmpty());
  }

  /** E log p(x, y) / p(x) p(y) = I, with the ratio from the densities of x, y and both. */
  @ParameterizedTest
  @MethodSource("bases")
  void theMeanOfTheLogRatioIsTheMutualInformation(KnownTask task) {
    LogRatio ratio = ratio(task.base());
    Pairs pairs = new KnownMi(task).pairs(Split.TRAIN, 5, task.xSize() > 5 ? 20_000 : 100_000);
    Moments mean = new Moments();
    double[] joint = new double[2 * task.xSize()];
    for (int row = 0; row < pairs.count(); row++) {
      copy(pairs, row, joint);
      mean.add(ratio.of(joint));
    }
    mean.assertMean(task.id(), task.mi());
  }

  private static void copy(Pairs pairs, int row, double[] joint) {
    int dim = pairs.x().width();
    for (int i = 0; i < dim; i++) {
      joint[i] = pairs.x().at(row, i);
      joint[dim + i] = pairs.y().at(row, i);
    }
  }

  private interface LogRatio {
    double of(double[] joint);
  }

  private static LogRatio ratio(Base base) {
    if (base instanceof AdditiveNoise additive) {
      double epsilon = additive.epsilon();
      return joint -> -Math.log(Math.min(1, joint[1] + epsilon) - Math.max(0, joint[1] - epsilon));
    }
    double dof = base instanceof StudentT student ? student.dof() : Double.POSITIVE_INFINITY;
    return elliptical(dispersion(base), dof);
  }

  /** Of a Student-t or normal vector whose x and y have the same dispersion. */
  private static LogRatio elliptical(RealMatrix sigma, double dof) {
    int dim = sigma.getRowDimension() / 2;
    CholeskyDecomposition both = new CholeskyDecomposition(sigma);
    CholeskyDecomposition x = new CholeskyDecomposition(sigma.getSubMatrix(0, dim - 1, 0, dim - 1));
    double logs = Math.log(x.getDeterminant()) - 0.5 * Math.log(both.getDeterminant());
    double constant = logs + logConstant(2 * dim, dof) - 2 * logConstant(dim, dof);
    return joint -> {
      RealVector v = MatrixUtils.createRealVector(joint);
      RealVector vx = v.getSubVector(0, dim);
      RealVector vy = v.getSubVector(dim, dim);
      return constant
          + logKernel(v.dotProduct(both.getSolver().solve(v)), 2 * dim, dof)
          - logKernel(vx.dotProduct(x.getSolver().solve(vx)), dim, dof)
          - logKernel(vy.dotProduct(x.getSolver().solve(vy)), dim, dof);
    };
  }

  /**
   * The factor Γ((ν + k)/2) / (Γ(ν/2) (νπ)^(k/2)), by Γ(s + 1) = s Γ(s) two components at a time.
   */
  private static double logConstant(int k, double dof) {
    if (Double.isInfinite(dof)) {
      return -k / 2.0 * Math.log(2 * Math.PI);
    }
    if (k >= 2) {
      double factor = ((dof + k) / 2 - 1) / (dof * Math.PI);
      return Math.log(factor) + logConstant(k - 2, dof);
    }
    // of one component: 1/π, 1/(2√2), 2/(π√3) for ν = 1, 2, 3
    double[] single = {1 / Math.PI, 1 / Math.sqrt(8), 2 / (Math.PI * Math.sqrt(3))};
    return k == 0 ? 0 : Math.log(single[(int) dof - 1]);
  }

  private static double logKernel(double square, int k, double dof) {
    return Double.isInfinite(dof) ? -square / 2 : -(dof + k) / 2 * Math.log1p(square / dof);
  }

  private static RealMatrix dispersion(Base base) {
    int dim = base.dim();
    RealMatrix sigma = MatrixUtils.createRealIdentityMatrix(2 * dim);
    for (int i = 0; i < 2 * dim; i++) {
      for (int j = 0; j < i; j++) {
        double correlation = 0;
        if (base instanceof DenseNormal dense) {
          correlation = dense.rho();
        } else if (base instanceof PairedNormal paired && i == j + dim && j < paired.pairs()) {
          correlation = paired.rho();
        }
        sigma.setEntry(i, j, correlation);
        sigma.setEntry(j, i, correlation);
      }
    }
    return sigma;
  }

  /** All second moments of the normal bases, and their means. */
  @ParameterizedTest
  @MethodSource("normals")
  void normalsHaveTheirCorrelations(KnownTask task) {
    int width = 2 * task.xSize();
    RealMatrix sigma = dispersion(task.base());
    Pairs pairs = new KnownMi(task).pairs(Split.SELECTION, 6, 20_000);
    Moments[][] products = new Moments[width][width + 1];
    double[] joint = new double[width];
    for (int row = 0; row < pairs.count(); row++) {
      copy(pairs, row, joint);
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          at(products, i, j).add(joint[i] * joint[j]);
        }
        at(products, i, width).add(joint[i]);
      }
    }
    for (int i = 0; i < width; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j].assertMean(task.id() + " " + i + "," + j, sigma.getEntry(i, j));
      }
      products[i][width].assertMean(task.id() + " " + i, 0);
    }
  }

  private static Moments at(Moments[][] moments, int i, int j) {
    if (moments[i][j] == null) {
      moments[i][j] = new Moments();
    }
    return moments[i][j];
  }

  static Stream<KnownTask> normals() {
    return bases().filter(task -> dispersionIsCovariance(task.base()));
  }

  private static boolean dispersionIsCovariance(Base base) {
    return base instanceof PairedNormal || base instanceof DenseNormal;
  }

  static Stream<KnownTask> students() {
    return bases().filter(task -> task.base() instanceof StudentT);
  }

  /**
   * P(|t| ≤ 1) of every component: 1/2, 1/√3 and 1/3 + √3/(2π) for ν = 1, 2, 3; opposite signs of
   * two components are as likely as equal ones.
   */
  @ParameterizedTest
  @MethodSource("students")
  void studentsHaveIdentityDispersion(KnownTask task) {
    int dof = ((StudentT) task.base()).dof();
    double[] within = {0.5, 1 / Math.sqrt(3), 1.0 / 3 + Math.sqrt(3) / (2 * Math.PI)};
    Pairs pairs = new KnownMi(task).pairs(Split.SELECTION, 6, 50_000);
    int width = 2 * task.xSize();
    Moments[] inside = Stream.generate(Moments::new).limit(width).toArray(Moments[]::new);
    Moments[] signs = Stream.generate(Moments::new).limit(width).toArray(Moments[]::new);
    double[] joint = new double[width];
    for (int row = 0; row < pairs.count(); row++) {
      copy(pairs, row, joint);
      for (int i = 0; i < width; i++) {
        inside[i].add(Math.abs(joint[i]) <= 1 ? 1 : 0);
        signs[i].add(Math.signum(joint[i] * joint[(i + 1) % width]));
      }
    }
    for (int i = 0; i < width; i++) {
      inside[i].assertMean(task.id() + " " + i + " in [-1, 1]", within[dof - 1]);
      signs[i].assertMean(task.id() + " " + i + " and the next", 0);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.75})
  void additiveNoiseStaysInItsInterval(double epsilon) {
    Pairs pairs = task("1v1-additive-" + epsilon).pairs(Split.TRAIN, 2, 50_000);
    Moments square = new Moments();
    for (int row = 0; row < pairs.count(); row++) {
      double x = pairs.x().at(row, 0);
      double noise = pairs.y().at(row, 0) - x;
      assertThat(x).isBetween(0.0, 1.0);
      assertThat(noise).isBetween(-epsilon - 1e-6, epsilon + 1e-6); // of rounding y to float32
      square.add(noise * noise);
    }
    square.assertMean("n²", epsilon * epsilon / 3);
  }

  @Test
  void imagesLieInTheRangeOfTheirMap() {
    Pairs roll = source().pairs(Split.TRAIN, 2, 20_000);
    for (int row = 0; row < roll.count(); row++) {
      double t = 21 * Math.hypot(roll.x().at(row, 0), roll.x().at(row, 1));
      assertThat(t).isBetween(1.5 * Math.PI - 1e-5, 4.5 * Math.PI + 1e-5);
      assertThat(roll.y().at(row, 0)).isBetween(0f, 1f);
    }
  }
}
