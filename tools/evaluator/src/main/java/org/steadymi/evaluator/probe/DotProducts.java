package org.steadymi.evaluator.probe;

import org.steadymi.datasets.Rows;

/**
 * Dot products with consecutive rows, which are held column by column: the inner loop runs along
 * columns, each an array of its own, so that the virtual machine makes vector instructions of it.
 * It takes {@value #STEP} columns at a time for one query after the other; what it reads then stays
 * in the processor's cache.
 */
final class DotProducts {
  private static final int STEP = 4;

  private final int first;

  /** [columns][count], with zeros in the columns that fill up the last step. */
  private final float[][] columns;

  private final double[] squaredNorms;

  /** With these rows, the first of which has that index among all. */
  DotProducts(Rows rows, int first) {
    this.first = first;
    columns = new float[(rows.width() + STEP - 1) / STEP * STEP][rows.count()];
    squaredNorms = new double[rows.count()];
    for (int j = 0; j < squaredNorms.length; j++) {
      for (int k = 0; k < rows.width(); k++) {
        float value = rows.at(j, k);
        columns[k][j] = value;
        squaredNorms[j] += (double) value * value;
      }
    }
  }

  /** Index of the first row. */
  int first() {
    return first;
  }

  /** Number of rows. */
  int count() {
    return squaredNorms.length;
  }

  /** ‖t‖² of the row at that offset. */
  double squaredNorm(int offset) {
    return squaredNorms[offset];
  }

  /** ⟨q, t⟩ of each query in [from, to) with each row, [to − from][count]. */
  float[][] with(Rows queries, int from, int to) {
    float[][] dots = new float[to - from][count()];
    for (int k = 0; k < queries.width(); k += STEP) {
      for (int q = from; q < to; q++) {
        addStep(queries, q, k, dots[q - from]);
      }
    }
    return dots;
  }

  private void addStep(Rows queries, int query, int k, float[] dots) {
    float[] t0 = columns[k];
    float[] t1 = columns[k + 1];
    float[] t2 = columns[k + 2];
    float[] t3 = columns[k + 3];
    float q0 = value(queries, query, k);
    float q1 = value(queries, query, k + 1);
    float q2 = value(queries, query, k + 2);
    float q3 = value(queries, query, k + 3);
    for (int j = 0; j < dots.length; j++) {
      dots[j] += q0 * t0[j] + q1 * t1[j] + q2 * t2[j] + q3 * t3[j];
    }
  }

  private static float value(Rows rows, int row, int column) {
    return column < rows.width() ? rows.at(row, column) : 0;
  }
}
