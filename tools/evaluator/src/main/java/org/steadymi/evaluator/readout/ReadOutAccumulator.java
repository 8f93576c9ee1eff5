package org.steadymi.evaluator.readout;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Streams batches of scores of one layout into macro and micro readings, at a memory that does not
 * depend on their number.
 */
public final class ReadOutAccumulator {
  /** Groups of the jackknife: enough for a standard error good to an eighth (1/√(2·31)). */
  private static final int GROUPS = 32;

  private final List<ReadOut> readOuts;
  private final Set<Double> clips;
  private final List<Moments> perBatch;
  private final List<ScoreTerms> groups = new ArrayList<>();
  private final Moments joint = new Moments();
  private Layout layout;
  private long batches;
  private long emptyBatches;

  /**
   * An accumulator of no batch yet.
   *
   * @param readOuts the formulas to apply
   */
  public ReadOutAccumulator(List<ReadOut> readOuts) {
    this.readOuts = List.copyOf(readOuts);
    this.clips =
        readOuts.stream().flatMap(r -> r.clip().stream()).collect(Collectors.toUnmodifiableSet());
    this.perBatch = readOuts.stream().map(r -> new Moments()).toList();
  }

  /**
   * Takes in one batch, independent of those before. One without a joint pair is counted and enters
   * no number.
   *
   * @throws IllegalArgumentException if its layout differs from the first one's
   */
  public void add(ScoreBatch scores) {
    requireLayout(scores.layout());
    ScoreTerms terms = new ScoreTerms(clips);
    terms.add(scores);
    if (terms.jointPairs() == 0) {
      emptyBatches++;
      return;
    }
    IntStream.range(0, readOuts.size())
        .forEach(r -> perBatch.get(r).add(readOuts.get(r).value(terms)));
    joint.add(terms.joint());
    group().add(terms);
    batches++;
  }

  private void requireLayout(Layout found) {
    if (layout == null) {
      layout = found;
    } else if (!layout.equals(found)) {
      throw new IllegalArgumentException(
          "read-outs: expected batches of %d x %d scores, found one of %d x %d"
              .formatted(layout.rows(), layout.columns(), found.rows(), found.columns()));
    }
  }

  private ScoreTerms group() {
    if (batches < GROUPS) {
      groups.add(new ScoreTerms(clips));
    }
    return groups.get((int) (batches % GROUPS));
  }

  /**
   * One reading per read-out where both averagings coincide, which takes a formula that is linear
   * and batches of equally many joint pairs; else the macro and the micro one.
   *
   * @throws IllegalStateException if no batch with a joint pair was added
   */
  public List<Reading> readings() {
    requireBatches();
    var readings = new ArrayList<Reading>();
    for (int r = 0; r < readOuts.size(); r++) {
      ReadOut readOut = readOuts.get(r);
      Estimate macro = perBatch.get(r).estimate();
      if (readOut.linear() && layout.evenBatches()) {
        readings.add(new Reading(readOut, Averaging.BOTH, macro));
      } else {
        readings.add(new Reading(readOut, Averaging.MACRO, macro));
        readings.add(new Reading(readOut, Averaging.MICRO, pooled(readOut::value)));
      }
    }
    return List.copyOf(readings);
  }

  /**
   * The pairs behind the readings.
   *
   * @throws IllegalStateException if no batch with a joint pair was added
   */
  public PairCounts counts() {
    requireBatches();
    ScoreTerms all = poolWithout(-1);
    return new PairCounts(layout, all.jointPairs(), all.marginalPairs(), emptyBatches);
  }

  /**
   * Where the scores of all batches lie.
   *
   * @throws IllegalStateException if no batch with a joint pair was added
   */
  public ScoreLevels levels() {
    requireBatches();
    ScoreTerms all = poolWithout(-1);
    return new ScoreLevels(
        joint.estimate(),
        pooled(ScoreTerms::logMarginal),
        all.maxAbsScore(),
        all.nonFiniteScores());
  }

  /** Whether no batch with a joint pair was added. */
  public boolean empty() {
    return batches == 0;
  }

  private void requireBatches() {
    if (empty()) {
      throw new IllegalStateException("read-outs: no batch with a joint pair was added");
    }
  }

  /** A statistic of all scores with its delete-a-group jackknife standard error. */
  private Estimate pooled(ToDoubleFunction<ScoreTerms> statistic) {
    double value = statistic.applyAsDouble(poolWithout(-1));
    int n = groups.size();
    if (n < 2) {
      return new Estimate(value, Double.NaN);
    }
    double[] without =
        IntStream.range(0, n).mapToDouble(g -> statistic.applyAsDouble(poolWithout(g))).toArray();
    double mean = IntStream.range(0, n).mapToDouble(g -> without[g]).sum() / n;
    double squares = 0;
    for (double w : without) {
      squares += (w - mean) * (w - mean);
    }
    return new Estimate(value, Math.sqrt(squares * (n - 1) / n));
  }

  private ScoreTerms poolWithout(int left) {
    ScoreTerms pool = new ScoreTerms(clips);
    for (int g = 0; g < groups.size(); g++) {
      if (g != left) {
        pool.add(groups.get(g));
      }
    }
    return pool;
  }
}
