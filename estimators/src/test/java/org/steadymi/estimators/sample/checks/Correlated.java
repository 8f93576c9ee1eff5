package org.steadymi.estimators.sample.checks;

import java.util.Random;
import org.steadymi.estimators.sample.Variable;

/** Two columns of X, and one of Y that has a correlation with the first. */
record Correlated(Variable x, Variable y) {
  static Correlated of(int rows, double correlation, long seed) {
    Random random = new Random(seed);
    double[][] x = new double[rows][];
    double[][] y = new double[rows][];
    for (int row = 0; row < rows; row++) {
      x[row] = new double[] {random.nextGaussian(), random.nextGaussian()};
      double rest = Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
      y[row] = new double[] {correlation * x[row][0] + rest};
    }
    return new Correlated(Variable.continuous(x), Variable.continuous(y));
  }
}
