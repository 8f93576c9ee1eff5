package org.steadymi.evaluator;

import java.util.Optional;
import java.util.OptionalDouble;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;

/** Gaussian pairs whose class is the sign of the first component of x, with a gap around 0. */
record LabelledGaussian(PairSource pairs) implements PairSource {
  @Override
  public String spec() {
    return "labelled-" + pairs.spec();
  }

  @Override
  public int xSize() {
    return pairs.xSize();
  }

  @Override
  public int ySize() {
    return pairs.ySize();
  }

  @Override
  public OptionalDouble trueMi() {
    return pairs.trueMi();
  }

  @Override
  public String fingerprint() {
    return pairs.fingerprint();
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    return pairs.pairs(split, seed, count);
  }

  @Override
  public GraphSampler sampler(Split split) {
    return pairs.sampler(split);
  }

  @Override
  public Optional<LabelledRows> labelled(Split split) {
    Rows rows = pairs(split, 1, 100).x();
    int[] labels = new int[rows.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rows.at(i, 0) > 0 ? 1 : 0;
      rows.values()[i * rows.width()] += labels[i] == 1 ? 1 : -1;
    }
    return Optional.of(new LabelledRows(rows, labels, 2));
  }
}
