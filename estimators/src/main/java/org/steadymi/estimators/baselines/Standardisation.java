package org.steadymi.estimators.baselines;

/**
 * Centre and spread of every column.
 *
 * @param mean of the columns
 * @param deviation standard deviation of the columns, the root of the mean square; 1 for a column
 *     that is constant
 */
@SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
record Standardisation(double[] mean, double[] deviation) {
  /** That of the given rows, at least one. */
  static Standardisation of(Points points) {
    int width = points.width();
    int n = points.count();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int c = 0; c < width; c++) {
      double first = points.at(0, c);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += points.at(i, c) - first;
      }
      mean[c] = first + sum / n;
      double squares = 0;
      for (int i = 0; i < n; i++) {
        double centred = points.at(i, c) - mean[c];
        squares += centred * centred;
      }
      deviation[c] = squares > 0 ? Math.sqrt(squares / n) : 1;
    }
    return new Standardisation(mean, deviation);
  }

  /** The rows with mean 0 and deviation 1 in every column. */
  Points applied(Points points) {
    double[] scaled = new double[points.values().length];
    for (int i = 0; i < scaled.length; i++) {
      int c = i % points.width();
      scaled[i] = (points.values()[i] - mean[c]) / deviation[c];
    }
    return new Points(scaled, points.width());
  }
}
