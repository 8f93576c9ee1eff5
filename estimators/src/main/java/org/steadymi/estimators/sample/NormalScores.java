package org.steadymi.estimators.sample;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Every column's ranks as normal quantiles: z = Φ⁻¹(F(v)), where F is the distribution function of
 * the rows that it was fitted on, at the middle of equal values. Mutual information does not change
 * under a growing map of a column, and heavy tails are gone. Between {@value #KNOTS} values at most
 * it is linear; beyond the least and the greatest it stays where it is.
 *
 * @param knots [width][K], growing
 * @param heights [width][K], z at the knots
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record NormalScores(double[][] knots, double[][] heights) implements RowMap {
  private static final int KNOTS = 48;

  /** Fits it; a column's values may be equal. */
  static NormalScores fit(Points rows) {
    double[][] knots = new double[rows.width()][];
    double[][] heights = new double[rows.width()][];
    for (int c = 0; c < rows.width(); c++) {
      Curve curve = Curve.of(rows, c).thinned();
      knots[c] = curve.values;
      heights[c] = curve.quantiles;
    }
    return new NormalScores(knots, heights);
  }

  /** The different values of a column, and the normal quantile of each. */
  private record Curve(double[] values, double[] quantiles) {
    static Curve of(Points rows, int column) {
      int n = rows.count();
      double[] sorted = new double[n];
      Arrays.setAll(sorted, row -> rows.at(row, column));
      Arrays.sort(sorted);
      double[] values = new double[n];
      double[] quantiles = new double[n];
      int distinct = 0;
      for (int from = 0; from < n; ) {
        int to = from;
        while (to < n && sorted[to] == sorted[from]) {
          to++;
        }
        values[distinct] = sorted[from];
        quantiles[distinct] = Math.sqrt(2) * Erf.erfInv((from + to) / (double) n - 1);
        distinct++;
        from = to;
      }
      return new Curve(Arrays.copyOf(values, distinct), Arrays.copyOf(quantiles, distinct));
    }

    /** The first, the last, and in between those nearest above equal steps of z. */
    Curve thinned() {
      int last = values.length - 1;
      if (last < KNOTS) {
        return this;
      }
      double step = (quantiles[last] - quantiles[0]) / (KNOTS - 1);
      int[] kept = new int[KNOTS];
      int count = 0;
      for (int i = 0; i <= last; i++) {
        boolean reached = quantiles[i] >= quantiles[0] + count * step;
        if ((reached && count < KNOTS - 1) || i == last) {
          kept[count++] = i;
        }
      }
      int[] used = Arrays.copyOf(kept, count);
      return new Curve(
          Arrays.stream(used).mapToDouble(i -> values[i]).toArray(),
          Arrays.stream(used).mapToDouble(i -> quantiles[i]).toArray());
    }
  }

  @Override
  public int inputs() {
    return knots.length;
  }

  @Override
  public int outputs() {
    return knots.length;
  }

  @Override
  public Points of(Points rows) {
    double[] scores = new double[rows.values().length];
    for (int i = 0; i < scores.length; i++) {
      int c = i % knots.length;
      scores[i] = at(knots[c], heights[c], rows.values()[i]);
    }
    return new Points(scores, knots.length);
  }

  private static double at(double[] knots, double[] heights, double value) {
    int found = Arrays.binarySearch(knots, value);
    if (found >= 0) {
      return heights[found];
    }
    int above = -found - 1;
    if (above == 0 || above == knots.length) {
      return heights[Math.min(above, knots.length - 1)];
    }
    double share = (value - knots[above - 1]) / (knots[above] - knots[above - 1]);
    return heights[above - 1] + share * (heights[above] - heights[above - 1]);
  }

  /** The first height and the rise of every segment, in the share of it that a value has passed. */
  @Override
  public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
    int segments =
        Math.max(1, Arrays.stream(knots).mapToInt(k -> k.length - 1).max().orElseThrow());
    double[][] starts = new double[knots.length][segments];
    double[][] widths = new double[knots.length][segments];
    double[][] rises = new double[knots.length][segments];
    double[] first = new double[knots.length];
    for (int c = 0; c < knots.length; c++) {
      first[c] = heights[c][0];
      Arrays.fill(widths[c], 1); // with no rise where a column has fewer segments
      for (int k = 0; k + 1 < knots[c].length; k++) {
        starts[c][k] = knots[c][k];
        widths[c][k] = Constants.divisor(knots[c][k + 1] - knots[c][k]);
        rises[c][k] = heights[c][k + 1] - heights[c][k];
      }
    }
    Operand<TFloat32> from =
        tf.math.sub(tf.expandDims(rows, tf.constant(-1)), Constants.matrix(tf, starts));
    Operand<TFloat32> passed =
        tf.clipByValue(
            tf.math.div(from, Constants.matrix(tf, widths)), tf.constant(0f), tf.constant(1f));
    Operand<TFloat32> risen =
        tf.reduceSum(tf.math.mul(passed, Constants.matrix(tf, rises)), tf.constant(-1));
    return tf.math.add(risen, Constants.row(tf, first));
  }
}
