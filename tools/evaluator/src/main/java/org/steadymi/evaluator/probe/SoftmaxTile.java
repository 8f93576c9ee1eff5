package org.steadymi.evaluator.probe;

import java.util.Arrays;
import org.steadymi.datasets.Rows;

/**
 * Some rows in double precision, as many as a processor's cache holds, and their logits: the two
 * matrix products of {@link SoftmaxObjective}. Every row and every column is an array of its own
 * along which an inner loop runs, {@value #STEP} of them at once, so that the virtual machine makes
 * vector instructions of it.
 */
final class SoftmaxTile {
  private static final int STEP = 4;
  private static final int MOST_ROWS = 64;

  /** Doubles of the rows: 256 KiB. */
  private static final int VALUES = 32_768;

  private final int width;

  /** [capacity][width]; rows past the last one are zero. */
  private final double[][] rows;

  /** [width, filled up to whole steps][capacity]: the same by columns. */
  private final double[][] columns;

  /** [classes][capacity]: logits, or the residuals that were written over them. */
  private final double[][] logits;

  private int count;

  SoftmaxTile(int classes, int width) {
    this.width = width;
    int capacity = Math.max(STEP, Math.min(MOST_ROWS, VALUES / width / STEP * STEP));
    rows = new double[capacity][width];
    columns = new double[(width + STEP - 1) / STEP * STEP][capacity];
    logits = new double[classes][capacity];
  }

  /** The most rows it can hold. */
  int capacity() {
    return rows.length;
  }

  /** How many rows it holds. */
  int count() {
    return count;
  }

  /** Takes the rows in [from, to) in the place of those before. */
  void load(Rows source, int from, int to) {
    count = to - from;
    for (int r = 0; r < rows.length; r++) {
      for (int k = 0; k < width; k++) {
        double value = r < count ? source.at(from + r, k) : 0;
        rows[r][k] = value;
        columns[k][r] = value;
      }
    }
  }

  /** W x + b of every row; parameters as {@link SoftmaxModel} lays them out. */
  void computeLogits(double[] parameters) {
    for (int c = 0; c < logits.length; c++) {
      Arrays.fill(logits[c], parameters[c * (width + 1) + width]);
    }
    for (int k = 0; k < columns.length; k += STEP) {
      for (int c = 0; c < logits.length; c++) {
        addStep(
            logits[c],
            columns,
            k,
            weight(parameters, c, k),
            weight(parameters, c, k + 1),
            weight(parameters, c, k + 2),
            weight(parameters, c, k + 3));
      }
    }
  }

  private double weight(double[] parameters, int c, int k) {
    return k < width ? parameters[c * (width + 1) + k] : 0;
  }

  /** Copies the logits of one row. */
  void readLogits(int row, double[] into) {
    for (int c = 0; c < into.length; c++) {
      into[c] = logits[c][row];
    }
  }

  /** Puts ∂loss/∂logits of one row in the place of its logits. */
  void writeResiduals(int row, double[] residuals) {
    for (int c = 0; c < residuals.length; c++) {
      logits[c][row] = residuals[c];
    }
  }

  /**
   * Adds Σ_rows residual · x and Σ_rows residual of each class, once the residuals of all rows are
   * written.
   *
   * @param weights [classes][width]
   * @param biases [classes]
   */
  void addGradient(double[][] weights, double[] biases) {
    for (double[] residuals : logits) {
      Arrays.fill(residuals, count, residuals.length, 0);
    }
    for (int r = 0; r < count; r += STEP) {
      for (int c = 0; c < logits.length; c++) {
        double[] e = logits[c];
        addStep(weights[c], rows, r, e[r], e[r + 1], e[r + 2], e[r + 3]);
        biases[c] += e[r] + e[r + 1] + e[r + 2] + e[r + 3];
      }
    }
  }

  /** sum += a · lines[at] + b · lines[at + 1] + c · lines[at + 2] + d · lines[at + 3]. */
  private static void addStep(
      double[] sum, double[][] lines, int at, double a, double b, double c, double d) {
    double[] x0 = lines[at];
    double[] x1 = lines[at + 1];
    double[] x2 = lines[at + 2];
    double[] x3 = lines[at + 3];
    for (int i = 0; i < sum.length; i++) {
      sum[i] += a * x0[i] + b * x1[i] + c * x2[i] + d * x3[i];
    }
  }
}
