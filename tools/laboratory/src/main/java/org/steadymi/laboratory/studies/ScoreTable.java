package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
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
    double low = marginal.stream().min().orElseThrow();
    double high = marginal.stream().max().orElseThrow();
    double width = Math.max(high - low, 1e-3) / BINS;
    double[] edges = new double[BINS + 1];
    Arrays.setAll(edges, i -> low + (i - 0.5) * width);
    edges[BINS] = Math.max(edges[BINS], high);
    Axes axes = new Axes(Axis.linear("score, nats"), Axis.linear("share of pairs"));
    return new Histogram(
        title,
        axes,
        List.of(shares("joint pairs", edges, joint), shares("marginal pairs", edges, marginal)),
        List.of(),
        "After %,d steps.".formatted(step));
  }

  private static Bins shares(String name, double[] edges, Values scores) {
    Values borders = Values.of(edges);
    Bins counts = Bins.count(name, borders, scores);
    DoubleStream shares = counts.heights().stream().map(h -> h / scores.size());
    return new Bins(name, borders, Values.of(shares.toArray()));
  }
}
