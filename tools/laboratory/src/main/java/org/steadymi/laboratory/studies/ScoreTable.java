package org.steadymi.laboratory.studies;

import java.util.List;
import org.steadymi.report.Axes;
import org.steadymi.report.Axis;
import org.steadymi.report.Histogram;
import org.steadymi.report.Histogram.Bins;
import org.steadymi.report.Values;

/**
 * A critic's scores of all pairs of symbols.
 *
 * @param step number of steps it was trained for
 * @param joint scores of the pairs that occur together, [N]
 * @param marginal scores of all pairs, [N²]
 */
record ScoreTable(int step, Values joint, Values marginal) {
  private static final int BINS = 40;

  /** From a matrix [symbols, symbols]; the pairs on the diagonal occur together. */
  static ScoreTable of(int step, int symbols, float[] matrix) {
    float[] diagonal = new float[symbols];
    for (int i = 0; i < symbols; i++) {
      diagonal[i] = matrix[i * symbols + i];
    }
    return new ScoreTable(step, Values.of(diagonal), Values.of(matrix));
  }

  boolean finite() {
    return marginal.stream().allMatch(Double::isFinite);
  }

  /** The two distributions, each as shares of its pairs. */
  Histogram histogram(String title) {
    Values edges = Histogram.edges(BINS, marginal);
    Axes axes = new Axes(Axis.linear("score, nats"), Axis.linear("share of pairs"));
    return new Histogram(
        title,
        axes,
        List.of(
            Bins.shares("joint pairs", edges, joint),
            Bins.shares("marginal pairs", edges, marginal)),
        List.of(),
        "After %,d steps.".formatted(step));
  }
}
