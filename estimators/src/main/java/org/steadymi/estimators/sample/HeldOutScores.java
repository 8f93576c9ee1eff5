package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * A critic's scores of rows that it was not fitted on, in blocks of rows: of each block, the
 * diagonal is joint and every other pair is marginal. Its value is the Donsker–Varadhan bound J −
 * log M, which no constant added to the critic changes. It is at most the log of the number of
 * marginal pairs, since a mean over so many cannot tell a smaller M from one of which they show
 * nothing; and not a number where scores are none.
 */
final class HeldOutScores {
  /** Of a sum of ratios: what a ratio that is not 0 is at least. */
  private static final double LEAST = Float.MIN_VALUE;

  private final List<Block> blocks;
  private final double greatest;
  private final int rows;
  private final double value;

  HeldOutScores(Blocks scores) {
    this.greatest = scores.greatestMarginal();
    this.blocks = scores.scores().stream().map(block -> Block.of(block, greatest)).toList();
    this.rows = blocks.stream().mapToInt(Block::rows).sum();
    int[] once = new int[rows];
    Arrays.fill(once, 1);
    this.value = value(once);
  }

  /**
   * @param scores T(x_i, y_j) at i · rows + j
   * @param ratios e^(T(x_i, y_j) − greatest), 0 on the diagonal; greatest of all pairs but these
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read here, never compared
  private record Block(int rows, float[] scores, float[] ratios) {
    static Block of(float[] scores, double greatest) {
      int n = (int) Math.round(Math.sqrt(scores.length));
      float[] ratios = new float[scores.length];
      for (int i = 0; i < scores.length; i++) {
        ratios[i] = i % (n + 1) == 0 ? 0 : (float) Math.exp(scores[i] - greatest);
      }
      return new Block(n, scores, ratios);
    }

    float joint(int row) {
      return scores[row * rows + row];
    }
  }

  /** Number of rows. */
  int rows() {
    return rows;
  }

  /** J − log M, a lower bound on I(X;Y) up to the error of the means, nats; or not a number. */
  double value() {
    return value;
  }

  /** The value where each row counts as often as a bootstrap draws it. */
  double resampledValue(RandomGenerator random) {
    int[] counts = new int[rows];
    for (int i = 0; i < rows; i++) {
      counts[random.nextInt(rows)]++;
    }
    return value(counts);
  }

  /** T(x_i, y_i) − log M of every row, nats: the pointwise mutual information. */
  double[] pointwise() {
    double logMarginal = logMarginal();
    return Arrays.stream(joint()).map(score -> score - logMarginal).toArray();
  }

  /**
   * T(x_i, y_j) − log M of pairs of two rows, nats.
   *
   * @param most pairs, at least 1; evenly spread over all where there are more
   */
  double[] marginal(int most) {
    double logMarginal = logMarginal();
    long pairs = blocks.stream().mapToLong(b -> b.rows * (b.rows - 1L)).sum();
    long every = Math.max(1, (pairs + most - 1) / most);
    DoubleStream.Builder scores = DoubleStream.builder();
    long pair = 0;
    for (Block block : blocks) {
      for (int i = 0; i < block.scores.length; i++) {
        boolean joint = i % (block.rows + 1) == 0;
        if (!joint && pair++ % every == 0) {
          scores.add(block.scores[i] - logMarginal);
        }
      }
    }
    return scores.build().toArray();
  }

  private double logMarginal() {
    return Arrays.stream(joint()).average().orElseThrow() - value;
  }

  /** T of rows of x with rows of y of the same block in random order: the mean. */
  double permutedJoint(RandomGenerator random) {
    double sum = 0;
    for (Block block : blocks) {
      int[] order = Shuffle.of(block.rows, random);
      for (int i = 0; i < block.rows; i++) {
        sum += block.scores[i * block.rows + order[i]];
      }
    }
    return sum / rows;
  }

  /** T(x_i, y_i) of every row, nats. */
  double[] joint() {
    double[] joint = new double[rows];
    int from = 0;
    for (Block block : blocks) {
      for (int i = 0; i < block.rows; i++) {
        joint[from + i] = block.joint(i);
      }
      from += block.rows;
    }
    return joint;
  }

  /** Pairs of a row and itself are not marginal, however often it is drawn. */
  private double value(int... counts) {
    double joint = 0;
    double marginal = 0;
    double pairs = 0;
    int from = 0;
    for (Block block : blocks) {
      long drawn = 0;
      for (int i = 0; i < block.rows; i++) {
        int count = counts[from + i];
        drawn += count;
        pairs -= (double) count * count;
        if (count > 0) {
          joint += (double) count * block.joint(i);
          marginal += count * weighted(block, i, counts, from);
        }
      }
      pairs += (double) drawn * drawn;
      from += block.rows;
    }
    double value = joint / rows - greatest - Math.log(Math.max(marginal, LEAST) / pairs);
    return Double.isFinite(value) ? Math.min(value, Math.log(pairs)) : Double.NaN;
  }

  private static double weighted(Block block, int row, int[] counts, int from) {
    double sum = 0;
    for (int j = 0; j < block.rows; j++) {
      sum += counts[from + j] * (double) block.ratios[row * block.rows + j];
    }
    return sum;
  }
}
