package org.steadymi.evaluator;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.steadymi.datasets.GraphSampler;
import org.steadymi.datasets.LabelledDraws;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.LabelledSampler;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;

/**
 * One of four symbols, whose frequencies depend on one of three equally frequent classes: every
 * density of rows and classes, and of two rows of one class, is a finite sum.
 */
record LabelledSymbols(Pairing pairing) implements PairSource {
  static final int CLASSES = 3;
  static final int SYMBOLS = 4;

  /** p(symbol given class). */
  private static final double[][] GIVEN = {
    {0.7, 0.1, 0.1, 0.1}, {0.1, 0.5, 0.3, 0.1}, {0.05, 0.05, 0.1, 0.8}
  };

  private static double marginal(int symbol) {
    return IntStream.range(0, CLASSES).mapToDouble(c -> GIVEN[c][symbol]).sum() / CLASSES;
  }

  /** log p(symbol, class) / (p(symbol) p(class)). */
  static double logRatioOfClass(int symbol, int label) {
    return Math.log(GIVEN[label][symbol] / marginal(symbol));
  }

  /** log p(a, b) / (p(a) p(b)) for two symbols of one class. */
  static double logRatioOfRows(int a, int b) {
    return Math.log(together(a, b) / (marginal(a) * marginal(b)));
  }

  static double together(int a, int b) {
    return IntStream.range(0, CLASSES).mapToDouble(c -> GIVEN[c][a] * GIVEN[c][b]).sum() / CLASSES;
  }

  @Override
  public OptionalDouble trueMi() {
    double mi = 0;
    for (int a = 0; a < SYMBOLS; a++) {
      for (int c = 0; c < CLASSES && pairing == Pairing.LABELS; c++) {
        mi += GIVEN[c][a] / CLASSES * logRatioOfClass(a, c);
      }
      for (int b = 0; b < SYMBOLS && pairing == Pairing.SAME_LABEL; b++) {
        mi += together(a, b) * logRatioOfRows(a, b);
      }
    }
    return OptionalDouble.of(mi);
  }

  @Override
  public String spec() {
    return "labelled-symbols";
  }

  @Override
  public String fingerprint() {
    return spec();
  }

  @Override
  public int xSize() {
    return SYMBOLS;
  }

  @Override
  public int ySize() {
    return pairing == Pairing.LABELS ? CLASSES : SYMBOLS;
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    throw new UnsupportedOperationException("drawn by class only");
  }

  @Override
  public GraphSampler sampler(Split split) {
    throw new UnsupportedOperationException("drawn on the host only");
  }

  @Override
  public Optional<LabelledDraws> labelledDraws() {
    return Optional.of(new Draws());
  }

  private static final class Draws implements LabelledDraws {
    @Override
    public int classes() {
      return CLASSES;
    }

    @Override
    public LabelledRows rows(Split split, long seed, int count) {
      Random random = new Random(seed);
      float[] values = new float[count * SYMBOLS];
      int[] labels = new int[count];
      for (int i = 0; i < count; i++) {
        labels[i] = random.nextInt(CLASSES);
        double below = random.nextDouble();
        int symbol = 0;
        while (symbol < SYMBOLS - 1 && below >= GIVEN[labels[i]][symbol]) {
          below -= GIVEN[labels[i]][symbol++];
        }
        values[i * SYMBOLS + symbol] = 1;
      }
      return new LabelledRows(new Rows(values, SYMBOLS), labels, CLASSES);
    }

    @Override
    public LabelledSampler sampler(Split split) {
      throw new UnsupportedOperationException("drawn on the host only");
    }
  }
}
