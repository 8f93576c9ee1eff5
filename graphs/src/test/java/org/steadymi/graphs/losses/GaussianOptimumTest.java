package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.graphs.TestGraph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/**
 * Batches of a correlated Gaussian scored by its own log density ratio, for which I(X;Y) = −d/2
 * log(1 − ρ²). At ρ² = 1 − e^−0.1 the ratio r has four moments under Q (which takes ρ &lt; 1/3), so
 * that means of r and their standard errors can be trusted; I is d/20 nats.
 */
class GaussianOptimumTest {
  private static final int K = 96;
  private static final int BATCHES = 40;
  private static final double RHO = Math.sqrt(1 - Math.exp(-0.1));

  /** One chance in 15,000 under the normal law. */
  private static final double ERRORS = 4;

  @ParameterizedTest(name = "d = {0}")
  @CsvSource({"4, 0.2", "10, 0.5", "20, 1.0"})
  void theMeanOverBatchesIsTheInformation(int dimension, double information) {
    float[] logRatios = logRatios(dimension, new SplittableRandom(dimension));
    List<Form> forms = Form.all();
    List<float[]> values =
        TestGraph.all(
            tf -> {
              Operand<TFloat32> t = tf.constant(Shape.of(BATCHES, K, K), DataBuffers.of(logRatios));
              return forms.stream()
                  .map(
                      f -> {
                        Operand<TFloat32> c = tf.constant((float) level(f));
                        Scores scores = Scores.matrix(tf.math.add(t, c));
                        return f.loss().value(tf, f.scores(tf, scores, level(f)));
                      })
                  .toList();
            });
    for (int i = 0; i < forms.size(); i++) {
      assertMean(forms.get(i), values.get(i), information);
    }
  }

  /**
   * InfoNCE at T = log r stays below I by at most log(1 + (e^{2I} − 1)/K): with m_i = mean_j r_ij,
   * the expectation of log m_i is at most log E[m_i], and of the K terms of m_i one is joint, with
   * mean E_P[r] = (1 − ρ²)^−d = e^{2I}, and the others have mean 1. That expectation is not below
   * 0, since InfoNCE is a lower bound. Leaving one out, K is K − 1, and so it is for I_α, whose
   * baseline has less of m_i in it.
   *
   * <p>Without the joint term, the mean log of m_i is not above 0, and not below −Var(m_i) =
   * −(e^{2I} − 1)/(K − 1), since log m ≥ (m − 1) − (m − 1)² from m = 0.32 on.
   *
   * <p>The bias of the logarithm in the other bounds, Var(r) / 2K(K−1) &lt; 4e-4, is below a tenth
   * of a standard error.
   */
  private static void assertMean(Form form, float[] batches, double information) {
    double mean = 0;
    for (float v : batches) {
      mean += v / (double) batches.length;
    }
    double squares = 0;
    for (float v : batches) {
      squares += (v - mean) * (v - mean);
    }
    double error = Math.sqrt(squares / (batches.length - 1) / batches.length);
    double excess = Math.expm1(2 * information) / (K - 1);
    Properties properties = form.properties();
    if (properties.value().ceiling().isPresent()) {
      assertThat(mean)
          .as(form.toString())
          .isBetween(
              information - Math.log1p(excess) - ERRORS * error, information + ERRORS * error)
          .isLessThan(properties.ceilingAt(K).orElseThrow());
    } else if (properties.needs().contains(Properties.Need.MATRIX)) {
      assertThat(mean)
          .as(form.toString())
          .isBetween(information - ERRORS * error, information + excess + ERRORS * error);
    } else {
      double readOut =
          form.loss().bound().equals(new JensenShannon(JensenShannon.ReadOut.REFERENCE))
              ? information - 1 / Math.E
              : information;
      assertThat(mean).as(form.toString()).isCloseTo(readOut, within(ERRORS * error));
    }
    assertThat(error).as("standard error of %s", form).isLessThan(0.04);
  }

  /** Of log r + c; where c is free, any. */
  private static double level(Form form) {
    Properties.Optimum optimum = form.properties().objective().optimum();
    boolean known = optimum.exists() && optimum.free() == Properties.Freedom.NONE;
    return known ? optimum.level() : -2;
  }

  /** log r = Σ_k −½ log(1 − ρ²) − (ρ² x² + ρ² y² − 2 ρ x y) / 2(1 − ρ²): [BATCHES, K, K]. */
  private static float[] logRatios(int dimension, SplittableRandom random) {
    float[] all = new float[BATCHES * K * K];
    double variance = 1 - RHO * RHO;
    int next = 0;
    for (int b = 0; b < BATCHES; b++) {
      double[][] x = normal(dimension, random);
      double[][] y = normal(dimension, random);
      for (int i = 0; i < K; i++) {
        for (int k = 0; k < dimension; k++) {
          y[i][k] = RHO * x[i][k] + Math.sqrt(variance) * y[i][k];
        }
      }
      for (int i = 0; i < K; i++) {
        for (int j = 0; j < K; j++) {
          double sum = -dimension * Math.log(variance) / 2;
          for (int k = 0; k < dimension; k++) {
            double u = x[i][k];
            double v = y[j][k];
            sum -= (RHO * RHO * (u * u + v * v) - 2 * RHO * u * v) / (2 * variance);
          }
          all[next++] = (float) sum;
        }
      }
    }
    return all;
  }

  private static double[][] normal(int dimension, SplittableRandom random) {
    double[][] rows = new double[K][dimension];
    for (double[] row : rows) {
      Arrays.setAll(row, k -> random.nextGaussian());
    }
    return rows;
  }
}
