package org.steadymi.evaluator;

import org.steadymi.datasets.Rows;

/** Scores of features: ⟨f_i, g_j⟩. */
final class InnerProducts {
  private InnerProducts() {}

  /**
   * All inner products.
   *
   * @param f [n, features]
   * @param g [m, features]
   * @return ⟨f_i, g_j⟩ at i * m + j, summed in double
   * @throws IllegalArgumentException if the features differ in number
   */
  static float[] of(Rows f, Rows g) {
    if (f.width() != g.width()) {
      throw new IllegalArgumentException(
          "encode_x gives %d features and encode_y %d: they have no inner product"
              .formatted(f.width(), g.width()));
    }
    float[] scores = new float[f.count() * g.count()];
    for (int i = 0; i < f.count(); i++) {
      for (int j = 0; j < g.count(); j++) {
        scores[i * g.count() + j] = (float) product(f, i, g, j);
      }
    }
    return scores;
  }

  private static double product(Rows f, int i, Rows g, int j) {
    double sum = 0;
    for (int k = 0; k < f.width(); k++) {
      sum += (double) f.at(i, k) * g.at(j, k);
    }
    return sum;
  }
}
