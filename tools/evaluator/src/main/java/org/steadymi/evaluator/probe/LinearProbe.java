package org.steadymi.evaluator.probe;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.datasets.LabelledRows;

/**
 * Multinomial logistic regression on a frozen representation, standardised with the statistics of
 * the training split, fitted to the training split for each λ of a grid; the λ with the best
 * accuracy on the selection split (of equals the largest) is the one that is reported.
 */
public final class LinearProbe {
  /** What the probe is, for output. */
  public static final String METHOD =
      "multinomial logistic regression, L2-penalised, solved by L-BFGS to its optimum";

  /** Penalties tried, in f = mean cross-entropy + λ/2 ‖W‖², strongest first. */
  public static final List<Double> LAMBDAS = List.of(1.0, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5);

  private LinearProbe() {}

  /**
   * The outcome of the probe.
   *
   * @param report accuracy on the report split
   * @param selection accuracy on the selection split, on which λ was chosen (hence optimistic)
   * @param train accuracy on the training split
   * @param optimum the solution that was chosen
   */
  public record Result(Accuracy report, Accuracy selection, Accuracy train, Optimum optimum) {}

  /**
   * A solution of the convex problem.
   *
   * @param lambda its penalty λ
   * @param gradientNorm norm of the objective's gradient there: 0 at the exact optimum
   * @param converged whether that is within the tolerance of the solver
   */
  public record Optimum(double lambda, double gradientNorm, boolean converged) {}

  /** Fits, selects and reports. */
  public static Result evaluate(LabelledSplits splits) {
    LabelledSplits standard = splits.map(FloatStandardisation.fit(splits.train().rows())::apply);
    Fit best =
        path(standard).stream()
            .reduce((a, b) -> b.selection.correct() > a.selection.correct() ? b : a)
            .orElseThrow();
    SoftmaxSolver.Solution solution = best.solution;
    return new Result(
        accuracy(solution.model(), standard.report()),
        best.selection,
        accuracy(solution.model(), standard.train()),
        new Optimum(best.lambda, solution.gradientNorm(), solution.converged()));
  }

  private record Fit(double lambda, SoftmaxSolver.Solution solution, Accuracy selection) {}

  /** The optimum for each λ, each solve starting where the stronger penalty's ended. */
  private static List<Fit> path(LabelledSplits splits) {
    LabelledRows train = splits.train();
    var fits = new ArrayList<Fit>();
    double[] start = new double[train.classes() * (train.rows().width() + 1)];
    for (double lambda : LAMBDAS) {
      SoftmaxSolver.Solution solution = SoftmaxSolver.solve(train, lambda, start);
      fits.add(new Fit(lambda, solution, accuracy(solution.model(), splits.selection())));
      start = solution.model().parameters();
    }
    return fits;
  }

  private static Accuracy accuracy(SoftmaxModel model, LabelledRows rows) {
    return Accuracy.of(model.predict(rows.rows()), rows.labels());
  }
}
