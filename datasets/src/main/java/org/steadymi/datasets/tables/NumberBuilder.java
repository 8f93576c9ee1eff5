package org.steadymi.datasets.tables;

import java.util.ArrayList;
import java.util.List;

/** Collects numbers; grows by blocks, so that at most one column exists twice at a time. */
final class NumberBuilder {
  private static final int BLOCK = 1 << 14;

  private final List<double[]> blocks = new ArrayList<>();
  private int used = BLOCK; // of the last block

  int size() {
    return blocks.size() * BLOCK - (BLOCK - used);
  }

  /** Adds a number; NaN is a missing one. */
  void add(double value) {
    if (used == BLOCK) {
      blocks.add(new double[BLOCK]);
      used = 0;
    }
    blocks.get(blocks.size() - 1)[used++] = value;
  }

  void addMissing(int count) {
    for (int i = 0; i < count; i++) {
      add(Double.NaN);
    }
  }

  /** The numbers, which are then no longer in the builder. */
  double[] take() {
    double[] values = new double[size()];
    for (int i = 0; i < blocks.size(); i++) {
      int from = i * BLOCK;
      System.arraycopy(blocks.get(i), 0, values, from, Math.min(BLOCK, values.length - from));
    }
    blocks.clear();
    used = BLOCK;
    return values;
  }
}
