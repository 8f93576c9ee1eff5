package org.steadymi.evaluator.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;

class LinearProbeTest {
  @Test
  void classesThatAPlaneSeparatesAreToldApart() {
    var splits = new LabelledSplits(blobs(300, 3, 8, 1), blobs(90, 3, 8, 2), blobs(120, 3, 8, 3));
    LinearProbe.Result result = LinearProbe.evaluate(splits);
    assertThat(result.report()).isEqualTo(new Accuracy(120, 120));
    assertThat(result.optimum().converged()).isTrue();
    assertThat(result.optimum().lambda())
        .as("of equally good penalties the strongest")
        .isEqualTo(LinearProbe.LAMBDAS.get(0));
  }

  /** In units a billion times as large all is as before. */
  @Test
  void smallNumbersAreNoConstants() {
    var splits =
        new LabelledSplits(
            small(blobs(300, 3, 8, 1)), small(blobs(90, 3, 8, 2)), small(blobs(120, 3, 8, 3)));
    assertThat(LinearProbe.evaluate(splits).report()).isEqualTo(new Accuracy(120, 120));
  }

  private static LabelledRows small(LabelledRows rows) {
    float[] values = rows.rows().values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= 1e-9f;
    }
    return new LabelledRows(new Rows(values, rows.rows().width()), rows.labels(), rows.classes());
  }

  @Test
  void labelsThatHaveNothingToDoWithTheRowsAreGuessed() {
    var splits = new LabelledSplits(blobs(400, 4, 0, 1), blobs(200, 4, 0, 2), blobs(400, 4, 0, 3));
    Accuracy report = LinearProbe.evaluate(splits).report();
    assertThat(report.value()).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 400)));
  }

  @Test
  void gradientIsThatOfTheObjective() {
    LabelledRows data = blobs(1500, 4, 1, 5); // more than one block
    var objective = new SoftmaxObjective(data, 0.1);
    double[] at = new Random(1).doubles(objective.dimension(), -1, 1).toArray();
    double[] gradient = new double[at.length];
    double value = objective.evaluate(at, gradient);
    assertThat(value).isCloseTo(writtenOut(data, 0.1, at), within(1e-10));
    double h = 1e-5;
    for (int p = 0; p < at.length; p++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[p] += h;
      down[p] -= h;
      double difference = (writtenOut(data, 0.1, up) - writtenOut(data, 0.1, down)) / (2 * h);
      assertThat(gradient[p]).isCloseTo(difference, within(1e-7));
    }
  }

  @Test
  void gradientVanishesAtTheSolution() {
    LabelledRows data = blobs(500, 5, 1, 9);
    for (double lambda : LinearProbe.LAMBDAS) {
      var objective = new SoftmaxObjective(data, lambda);
      double[] start = new double[objective.dimension()];
      SoftmaxSolver.Solution solution = SoftmaxSolver.solve(data, lambda, start);
      double[] at = solution.model().parameters();
      double[] gradient = new double[start.length];
      objective.evaluate(at, gradient);
      assertThat(norm(gradient)).isLessThanOrEqualTo(SoftmaxSolver.TOLERANCE * (1 + norm(at)));
      assertThat(solution.gradientNorm()).isCloseTo(norm(gradient), within(1e-12));
      assertThat(solution.converged()).isTrue();
    }
  }

  @Test
  void everyStartLeadsToTheSameValue() {
    LabelledRows data = blobs(500, 5, 1, 9);
    double lambda = 1e-3;
    int dimension = new SoftmaxObjective(data, lambda).dimension();
    SoftmaxSolver.Solution a = SoftmaxSolver.solve(data, lambda, new double[dimension]);
    double[] elsewhere = new Random(3).doubles(dimension, -1, 1).toArray();
    SoftmaxSolver.Solution b = SoftmaxSolver.solve(data, lambda, elsewhere);
    double[] atA = a.model().parameters();
    double[] atB = b.model().parameters();
    double[] apart = new double[dimension];
    Arrays.setAll(apart, p -> atA[p] - atB[p]);
    // Convexity: f(a) − f(b) ≤ ∇f(a)·(a − b), and the other way round.
    double bound = Math.max(a.gradientNorm(), b.gradientNorm()) * norm(apart);
    assertThat(writtenOut(data, lambda, atA))
        .isCloseTo(writtenOut(data, lambda, atB), within(bound + 1e-12));
  }

  private static double norm(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
  }

  @Test
  void twoClassesAgreeWithLiblinear() {
    LabelledRows data = blobs(200, 2, 1, 11);
    double lambda = 0.01;
    int width = data.rows().width();
    double[] ours =
        SoftmaxSolver.solve(data, lambda, new double[2 * (width + 1)]).model().parameters();
    double[] theirs = liblinear(data, lambda);
    for (int k = 0; k <= width; k++) { // the bias last in both
      assertThat(ours[k] - ours[width + 1 + k]).isCloseTo(theirs[k], within(1e-4));
    }
  }

  /**
   * ½‖w‖² + C Σ log(1 + e^(−y w·x)) has the optimum w = W_0 − W_1 of our objective at C = 2/(λ n):
   * there W_1 = −W_0, so that λ/2 ‖W‖² = λ/4 ‖w‖².
   */
  private static double[] liblinear(LabelledRows data, double lambda) {
    int n = data.labels().length;
    int width = data.rows().width();
    Problem problem = new Problem();
    problem.l = n;
    problem.n = width + 1;
    problem.bias = 1;
    problem.y = Arrays.stream(data.labels()).mapToDouble(label -> label).toArray();
    problem.x = new Feature[n][width + 1];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < width; k++) {
        problem.x[i][k] = new FeatureNode(k + 1, data.rows().at(i, k));
      }
      problem.x[i][width] = new FeatureNode(width + 1, 1);
    }
    Parameter parameter = new Parameter(SolverType.L2R_LR, 2 / (lambda * n), 1e-9, 10_000, 0.1);
    parameter.setRegularizeBias(false);
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double sign = model.getLabels()[0] == 0 ? 1 : -1; // weights are of the first label
    return Arrays.stream(model.getFeatureWeights()).map(w -> sign * w).toArray();
  }

  @Test
  void aConstantColumnChangesNothing() {
    LabelledRows data = blobs(200, 3, 1, 4);
    LinearProbe.Result plain = LinearProbe.evaluate(new LabelledSplits(data, data, data));
    LabelledRows wider = withColumn(data, 1e6f);
    LinearProbe.Result padded = LinearProbe.evaluate(new LabelledSplits(wider, wider, wider));
    assertThat(padded.report()).isEqualTo(plain.report());
  }

  private static LabelledRows withColumn(LabelledRows data, float value) {
    int width = data.rows().width();
    float[] values = new float[data.rows().count() * (width + 1)];
    for (int i = 0; i < values.length; i++) {
      int row = i / (width + 1);
      int column = i % (width + 1);
      values[i] = column == width ? value : data.rows().at(row, column);
    }
    return new LabelledRows(new Rows(values, width + 1), data.labels(), data.classes());
  }

  /** Normal rows in six dimensions around centres that lie on the axes. */
  static LabelledRows blobs(int count, int classes, double distance, long seed) {
    int width = 6;
    Random random = new Random(seed);
    float[] values = new float[count * width];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % classes;
      for (int k = 0; k < width; k++) {
        double centre = k == labels[i] ? distance : 0;
        values[i * width + k] = (float) (centre + random.nextGaussian());
      }
    }
    return new LabelledRows(new Rows(values, width), labels, classes);
  }

  @Test
  void theGradientIsThatOfTheSumWrittenOutWhereTilesAreNotFull() {
    LabelledRows data = withColumn(blobs(1_101, 3, 1, 2), 2f); // seven columns, two blocks
    int width = 7;
    double lambda = 0.1;
    double[] at = new Random(4).doubles(3L * (width + 1), -1, 1).toArray();
    double[] found = new double[at.length];
    assertThat(new SoftmaxObjective(data, lambda).evaluate(at, found))
        .isCloseTo(writtenOut(data, lambda, at), within(1e-12));
    for (int p = 0; p < at.length; p++) {
      double h = 1e-5;
      double[] up = at.clone();
      double[] down = at.clone();
      up[p] += h;
      down[p] -= h;
      double slope = (writtenOut(data, lambda, up) - writtenOut(data, lambda, down)) / (2 * h);
      assertThat(found[p]).isCloseTo(slope, within(1e-8)); // h² and rounding / h
    }
  }

  private static double writtenOut(LabelledRows data, double lambda, double[] parameters) {
    int width = data.rows().width();
    double loss = 0;
    for (int i = 0; i < data.labels().length; i++) {
      double own = 0;
      double partition = 0;
      for (int c = 0; c < data.classes(); c++) {
        double logit = parameters[c * (width + 1) + width];
        for (int k = 0; k < width; k++) {
          logit += parameters[c * (width + 1) + k] * data.rows().at(i, k);
        }
        partition += Math.exp(logit);
        own = c == data.labels()[i] ? logit : own;
      }
      loss += Math.log(partition) - own;
    }
    double penalty = 0;
    for (int p = 0; p < parameters.length; p++) {
      penalty += p % (width + 1) == width ? 0 : parameters[p] * parameters[p];
    }
    return loss / data.labels().length + lambda / 2 * penalty;
  }
}
