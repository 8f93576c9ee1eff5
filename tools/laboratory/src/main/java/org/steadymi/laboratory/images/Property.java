package org.steadymi.laboratory.images;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Spec;

/**
 * What mutual information of an image X and its top t rows Y must satisfy, whatever it is: Song and
 * Ermon 2020, arXiv:1910.06222.
 */
enum Property {
  /** I(X;Y) / I(X;X): 0 at t = 0, never falling, 1 where all rows are kept. */
  BASELINE(1),
  /** I([X,X]; [Y,h(Y)]) / I(X;Y), where h keeps three rows fewer: 1. */
  PROCESSING(1),
  /** I([X1,X2]; [Y1,Y2]) / I(X;Y) for two independent pairs: 2. */
  ADDITIVITY(2);

  /** By how many rows h(Y) is less than Y. */
  static final int DROPPED = 3;

  private final double ratio;

  Property(double ratio) {
    this.ratio = ratio;
  }

  /** What the ratio must be; for the baseline, where all rows are kept. */
  double ratio() {
    return ratio;
  }

  /** The pairs that it needs. */
  PairSource open(String data, int rows) {
    Spec spec = Spec.parse(data).with("pairs", "rows").with("keep", rows);
    return PairSources.parse(
        switch (this) {
          case BASELINE -> spec.toString();
          case PROCESSING -> spec.with("again", Math.max(0, rows - DROPPED)).toString();
          case ADDITIVITY -> spec.with("twice", true).toString();
        });
  }
}
