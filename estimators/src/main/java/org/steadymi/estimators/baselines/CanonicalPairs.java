package org.steadymi.estimators.baselines;

/**
 * Pairs of directions in x and y: the first are those whose projections correlate most, each next
 * pair correlates most among those uncorrelated with all before.
 *
 * @param x [d_x][k], directions in columns that are centred and of deviation 1
 * @param y [d_y][k]
 * @param correlations [k], the largest first
 */
@SuppressWarnings("ArrayRecordComponent") // coefficients to read, never compared
public record CanonicalPairs(double[][] x, double[][] y, double[] correlations) {
  /**
   * How many correlations are larger than any that N rows of unrelated variables would have for
   * large N: the upper edge of the spectrum, (√(a (1 − b)) + √(b (1 − a)))² for ρ² with a = d_x / N
   * and b = d_y / N. Wachter 1980, Annals of Statistics 8, 937, doi:10.1214/aos/1176345134.
   */
  public int above(int rows) {
    double a = Math.min(1, x.length / (double) rows);
    double b = Math.min(1, y.length / (double) rows);
    double edge = Math.sqrt(a * (1 - b)) + Math.sqrt(b * (1 - a));
    int count = 0;
    while (count < correlations.length && correlations[count] > edge) {
      count++;
    }
    return count;
  }
}
