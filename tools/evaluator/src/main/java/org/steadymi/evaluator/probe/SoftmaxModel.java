package org.steadymi.evaluator.probe;

import org.steadymi.datasets.Rows;

/** Class logits W x + b: parameters [classes, width + 1] in one array, the bias last in a row. */
final class SoftmaxModel {
  private final double[] parameters;
  private final int classes;
  private final int width;

  SoftmaxModel(double[] parameters, int classes, int width) {
    this.parameters = parameters;
    this.classes = classes;
    this.width = width;
  }

  /** Writes the logits of one row. */
  void logits(Rows rows, int row, double[] logits) {
    for (int c = 0; c < classes; c++) {
      int from = c * (width + 1);
      double sum = parameters[from + width];
      for (int k = 0; k < width; k++) {
        sum += parameters[from + k] * rows.at(row, k);
      }
      logits[c] = sum;
    }
  }

  /** The class of the largest logit, per row. */
  int[] predict(Rows rows) {
    int[] predicted = new int[rows.count()];
    double[] logits = new double[classes];
    for (int i = 0; i < predicted.length; i++) {
      logits(rows, i, logits);
      for (int c = 1; c < classes; c++) {
        if (logits[c] > logits[predicted[i]]) {
          predicted[i] = c;
        }
      }
    }
    return predicted;
  }

  double[] parameters() {
    return parameters.clone();
  }
}
