package org.steadymi.datasets;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * One of N equally likely symbols as a one-hot vector, and the same vector again: I(X;Y) = log N
 * nats. The simplest data on which losses drift and explode: Choi &amp; Lee 2022, sec. 3 (N = 16).
 *
 * @param symbols N, in [2, 65536]
 */
public record OneHot(int symbols) implements PairSource {
  /** The entry of the catalogue. */
  static final SourceFamily FAMILY =
      SourceFamily.named(
          "onehot",
          "onehot:symbols=16",
          "one of N symbols as a one-hot vector, paired with itself",
          text -> parse(Spec.parse(text)));

  private static final int MAX_SYMBOLS = 65_536;

  /** Checks the number of symbols. */
  public OneHot {
    if (symbols < 2 || symbols > MAX_SYMBOLS) {
      throw new SpecException(
          "onehot: symbols: expected a whole number in [2, 65536], found '" + symbols + "'");
    }
  }

  private static OneHot parse(Spec spec) {
    return new OneHot(spec.only("symbols").integer("symbols", 16, 2, MAX_SYMBOLS));
  }

  @Override
  public String spec() {
    return Spec.of("onehot").with("symbols", symbols).toString();
  }

  @Override
  public int xSize() {
    return symbols;
  }

  @Override
  public int ySize() {
    return symbols;
  }

  @Override
  public OptionalDouble trueMi() {
    return OptionalDouble.of(Math.log(symbols));
  }

  @Override
  public String fingerprint() {
    return Sha256.hex(spec());
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    PairSources.checkCount(count);
    UniformRandomProvider random = HostRandom.draws(split, seed);
    float[] values = new float[Math.multiplyExact(count, symbols)];
    for (int row = 0; row < count; row++) {
      values[row * symbols + random.nextInt(symbols)] = 1;
    }
    Rows rows = new Rows(values, symbols);
    return new Pairs(rows, rows);
  }

  @Override
  public GraphSampler sampler(Split split) {
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of();
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        Operand<TFloat32> rows =
            tf.oneHot(
                random.on(split).below(symbols, lead),
                tf.constant(symbols),
                tf.constant(1f),
                tf.constant(0f));
        return new GraphPairs(rows, tf.identity(rows)); // two names, so that both can be fetched
      }
    };
  }

  /**
   * The optimal critic on the host, log p(x, y) / p(x) p(y): log N where the symbols are equal, −∞
   * where they differ.
   *
   * @param x [n, N], of which row i is taken
   * @param y [m, N], of which row j is taken
   */
  public double logRatio(Rows x, int i, Rows y, int j) {
    return symbol(x, i) == symbol(y, j) ? Math.log(symbols) : Double.NEGATIVE_INFINITY;
  }

  /** The symbol of a one-hot row. */
  private static int symbol(Rows rows, int row) {
    for (int column = 0; column < rows.width(); column++) {
      if (rows.at(row, column) == 1) {
        return column;
      }
    }
    throw new IllegalArgumentException("onehot: expected a one in row " + row + ", found none");
  }

  @Override
  public String toString() {
    return spec();
  }
}
