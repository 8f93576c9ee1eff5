package org.steadymi.evaluator.probe;

import com.github.lbfgs4j.liblbfgs.Lbfgs;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Evaluate;
import com.github.lbfgs4j.liblbfgs.LbfgsConstant.LBFGS_Param;
import com.github.lbfgs4j.liblbfgs.MutableDouble;
import org.steadymi.datasets.LabelledRows;

/**
 * Finds the optimum of a {@link SoftmaxObjective} by L-BFGS. That it was found is checked by the
 * norm of the gradient there, not taken from the optimiser's word: the function is convex.
 */
final class SoftmaxSolver {
  /** ‖∇f‖ ≤ TOLERANCE · max(1, ‖(W, b)‖) counts as the optimum. */
  static final double TOLERANCE = 1e-6;

  private static final int MAX_ITERATIONS = 10_000;

  private SoftmaxSolver() {}

  /**
   * An optimum.
   *
   * @param model the minimiser
   * @param gradientNorm ‖∇f‖ at the minimiser
   * @param converged whether the gradient is within the tolerance
   */
  record Solution(SoftmaxModel model, double gradientNorm, boolean converged) {}

  /**
   * Minimises from a starting point.
   *
   * @param start parameters to start from, as {@link SoftmaxModel} lays them out
   */
  static Solution solve(LabelledRows data, double lambda, double[] start) {
    SoftmaxObjective objective = new SoftmaxObjective(data, lambda);
    double[] parameters = start.clone();
    LBFGS_Param settings = Lbfgs.defaultParams();
    settings.epsilon = TOLERANCE;
    settings.max_iterations = MAX_ITERATIONS;
    LBFGS_Evaluate evaluate = (ignored, x, g, n, step) -> objective.evaluate(x, g);
    Lbfgs.lbfgs(
        parameters.length, parameters, new MutableDouble(0), evaluate, null, null, settings);
    double[] gradient = new double[parameters.length];
    objective.evaluate(parameters, gradient);
    double norm = norm(gradient);
    return new Solution(
        new SoftmaxModel(parameters, data.classes(), data.rows().width()),
        norm,
        norm <= TOLERANCE * Math.max(1, norm(parameters)));
  }

  private static double norm(double[] values) {
    double squares = 0;
    for (double v : values) {
      squares += v * v;
    }
    return Math.sqrt(squares);
  }
}
