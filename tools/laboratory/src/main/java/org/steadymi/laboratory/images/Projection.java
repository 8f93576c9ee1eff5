package org.steadymi.laboratory.images;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.steadymi.datasets.Rows;

/** The first two principal components of features. */
final class Projection {
  private Projection() {}

  /**
   * Coordinates along the two directions of largest variance, from the mean; the second are 0 where
   * there is one direction only.
   *
   * @return [n, 2]
   */
  static float[] of(Rows features) {
    int n = features.count();
    int width = features.width();
    double[][] values = new double[n][width];
    double[] mean = new double[width];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < width; k++) {
        values[i][k] = features.at(i, k);
        mean[k] += values[i][k] / n;
      }
    }
    RealMatrix centred = new Array2DRowRealMatrix(values, false);
    for (double[] row : values) {
      for (int k = 0; k < width; k++) {
        row[k] -= mean[k];
      }
    }
    RealMatrix axes = new SingularValueDecomposition(centred).getV();
    float[] projected = new float[2 * n];
    for (int axis = 0; axis < Math.min(2, width); axis++) {
      double[] along = centred.operate(axes.getColumn(axis));
      for (int i = 0; i < n; i++) {
        projected[2 * i + axis] = (float) along[i];
      }
    }
    return projected;
  }
}
