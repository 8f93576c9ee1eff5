package org.steadymi.datasets.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each closed form against another way to its value. */
class ClosedFormsTest {
  /** ½ log(|Σ_x| |Σ_y| / |Σ|), with the determinants of the matrices. */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2", "5, 2", "25, 2"})
  void pairedNormalByDeterminants(int dim, int pairs) {
    RealMatrix sigma = MatrixUtils.createRealIdentityMatrix(2 * dim);
    for (int i = 0; i < pairs; i++) {
      sigma.setEntry(i, dim + i, 0.8);
      sigma.setEntry(dim + i, i, 0.8);
    }
    assertThat(new PairedNormal(dim, pairs, 0.8).mi())
        .isCloseTo(byDeterminants(sigma, dim), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 25, 50})
  void denseNormalByDeterminants(int dim) {
    RealMatrix sigma = MatrixUtils.createRealIdentityMatrix(2 * dim);
    for (int i = 0; i < 2 * dim; i++) {
      for (int j = 0; j < 2 * dim; j++) {
        sigma.setEntry(i, j, i == j ? 1 : 0.5);
      }
    }
    assertThat(new DenseNormal(dim, 0.5).mi()).isCloseTo(byDeterminants(sigma, dim), within(1e-11));
  }

  private static double byDeterminants(RealMatrix sigma, int dim) {
    int last = 2 * dim - 1;
    double x = determinant(sigma.getSubMatrix(0, dim - 1, 0, dim - 1));
    double y = determinant(sigma.getSubMatrix(dim, last, dim, last));
    return 0.5 * Math.log(x * y / determinant(sigma));
  }

  private static double determinant(RealMatrix matrix) {
    return new CholeskyDecomposition(matrix).getDeterminant();
  }

  /** h(Y) − h(N) by the midpoint rule; p(y) is the length of (0, 1) ∩ (y − ε, y + ε) over 2ε. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.75, 2})
  void additiveNoiseByIntegration(double epsilon) {
    int cells = 1_000_000;
    double width = (1 + 2 * epsilon) / cells;
    double entropy = 0;
    for (int i = 0; i < cells; i++) {
      double y = -epsilon + (i + 0.5) * width;
      double density = (Math.min(1, y + epsilon) - Math.max(0, y - epsilon)) / (2 * epsilon);
      entropy -= density * Math.log(density) * width;
    }
    assertThat(new AdditiveNoise(epsilon).mi())
        .isCloseTo(entropy - Math.log(2 * epsilon), within(1e-9));
  }

  /**
   * In polar coordinates with |x| = √ν tan θ the density of k components becomes sin^(k−1) θ
   * cos^(ν−1) θ up to its integral Z, and
   *
   * <pre>h(k) = log(S_k ν^(k/2) Z) − (ν + k) E log cos θ,</pre>
   *
   * with S_k the surface of the unit sphere. The integrals by the double exponential rule.
   */
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "2, 2", "3, 2", "3, 3", "5, 2", "5, 3"})
  void studentByIntegration(int dim, int dof) {
    assertThat(new StudentT(dim, dof).mi())
        .isCloseTo(2 * entropy(dim, dof) - entropy(2 * dim, dof), within(1e-10));
  }

  private static double entropy(int k, int dof) {
    double step = 1.0 / 64;
    double normalisation = 0;
    double logCosine = 0;
    for (int i = -256; i <= 256; i++) {
      double t = i * step;
      double u = Math.PI / 2 * Math.sinh(t);
      double theta = Math.PI / 2 / (1 + Math.exp(-2 * u));
      double rest = Math.PI / 2 / (1 + Math.exp(2 * u)); // π/2 − θ
      double weight = Math.PI / 4 * Math.PI / 2 * Math.cosh(t) / Math.pow(Math.cosh(u), 2) * step;
      double density = Math.pow(Math.sin(theta), k - 1) * Math.pow(Math.sin(rest), dof - 1);
      normalisation += weight * density;
      logCosine += weight * density * Math.log(Math.sin(rest));
    }
    double volume = surface(k) * Math.pow(dof, k / 2.0) * normalisation;
    return Math.log(volume) - (dof + k) * logCosine / normalisation;
  }

  private static double surface(int k) {
    return switch (k) {
      case 1 -> 2;
      case 2 -> 2 * Math.PI;
      default -> 2 * Math.PI / (k - 2) * surface(k - 2);
    };
  }
}
