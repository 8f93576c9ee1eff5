package org.steadymi.evaluator.probe;

/**
 * A share of rows classified correctly.
 *
 * @param correct how many
 * @param total of how many, at least 1
 */
public record Accuracy(int correct, int total) {
  /** Checks the counts. */
  public Accuracy {
    if (total < 1 || correct < 0 || correct > total) {
      throw new IllegalArgumentException(
          "accuracy: expected 0 ≤ correct ≤ total, found " + correct + " of " + total);
    }
  }

  static Accuracy of(int[] predicted, int[] labels) {
    int correct = 0;
    for (int i = 0; i < labels.length; i++) {
      if (predicted[i] == labels[i]) {
        correct++;
      }
    }
    return new Accuracy(correct, labels.length);
  }

  /** correct / total. */
  public double value() {
    return (double) correct / total;
  }

  /** Binomial standard error √(p(1−p)/n). */
  public double standardError() {
    return Math.sqrt(value() * (1 - value()) / total);
  }
}
