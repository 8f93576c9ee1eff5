package org.steadymi.evaluator.readout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The means that every read-out is made of, over one batch or over many pooled: bounded memory,
 * however many scores went in.
 */
public final class ScoreTerms {
  private final Map<Double, LogMeanExp> clippedMarginal = new LinkedHashMap<>();
  private final LogMeanExp marginal = new LogMeanExp();
  private double jointSum;
  private double contrastSum;
  private double crossFittedSum;
  private long pairs;
  private int batch;

  /**
   * Terms of nothing yet.
   *
   * @param clips each τ for which {@link #logMarginal(double)} will be asked
   */
  ScoreTerms(Set<Double> clips) {
    clips.forEach(tau -> clippedMarginal.put(tau, new LogMeanExp()));
  }

  /** Pools the scores of one more batch. */
  void add(ScoreMatrix scores) {
    batch = scores.size();
    for (int i = 0; i < batch; i++) {
      addRow(scores, i);
    }
    pairs += batch;
  }

  /**
   * The pairs beside the diagonal go into two halves by turns, each row beginning after its own.
   */
  private void addRow(ScoreMatrix scores, int i) {
    LogMeanExp a = new LogMeanExp();
    LogMeanExp b = new LogMeanExp();
    for (int shift = 1; shift < batch; shift++) {
      double score = scores.at(i, (i + shift) % batch);
      (shift % 2 == 1 ? a : b).add(score);
      clippedMarginal.forEach((tau, mean) -> mean.add(Math.max(-tau, Math.min(tau, score))));
    }
    marginal.add(a);
    marginal.add(b);
    double joint = scores.at(i, i);
    LogMeanExp row = new LogMeanExp();
    row.add(joint);
    row.add(a);
    row.add(b);
    jointSum += joint;
    contrastSum += joint - row.logSum();
    crossFittedSum += (fitted(joint, a, b) + fitted(joint, b, a)) / 2;
  }

  /** 1 + f(x,y) − mean_B exp(f(x,y')) with f = T − log mean_A exp(T). */
  private static double fitted(double joint, LogMeanExp a, LogMeanExp b) {
    return 1 + joint - a.value() - Math.exp(b.value() - a.value());
  }

  /** Pools what other terms hold, which must be of batches of the same size. */
  void add(ScoreTerms other) {
    jointSum += other.jointSum;
    contrastSum += other.contrastSum;
    crossFittedSum += other.crossFittedSum;
    pairs += other.pairs;
    batch = Math.max(batch, other.batch);
    marginal.add(other.marginal);
    clippedMarginal.forEach((tau, mean) -> mean.add(other.clippedMarginal.get(tau)));
  }

  /** J = mean_i T_ii. */
  public double joint() {
    return jointSum / pairs;
  }

  /** log M = log mean_{i≠j} exp(T_ij). */
  public double logMarginal() {
    return marginal.value();
  }

  /**
   * log mean_{i≠j} exp(clip(T_ij, −τ, τ)).
   *
   * @throws IllegalArgumentException if the terms were not set up for this τ
   */
  public double logMarginal(double tau) {
    LogMeanExp clipped = clippedMarginal.get(tau);
    if (clipped == null) {
      throw new IllegalArgumentException(
          "score terms: expected a clip of " + clippedMarginal.keySet() + ", found " + tau);
    }
    return clipped.value();
  }

  /** mean_i (T_ii − logsumexp_j T_ij), the diagonal included in the sum. */
  public double contrast() {
    return contrastSum / pairs;
  }

  /**
   * mean_i of 1 + u_i − mean_{j∈B} exp(u_i + T_ij − T_ii) with u_i = T_ii − log mean_{j∈A}
   * exp(T_ij), A and B being halves of {j ≠ i}, averaged over both roles of the halves; NaN for K =
   * 2, where a half is empty.
   */
  public double crossFitted() {
    return crossFittedSum / pairs;
  }

  /** K, the size of a batch. */
  public int batch() {
    return batch;
  }
}
