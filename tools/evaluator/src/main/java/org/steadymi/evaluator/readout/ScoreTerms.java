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
      LogMeanExp row = new LogMeanExp();
      for (int j = 0; j < batch; j++) {
        double score = scores.at(i, j);
        row.add(score);
        if (i != j) {
          addMarginal(score);
        }
      }
      double joint = scores.at(i, i);
      jointSum += joint;
      contrastSum += joint - row.logSum();
    }
    pairs += batch;
  }

  private void addMarginal(double score) {
    marginal.add(score);
    clippedMarginal.forEach((tau, mean) -> mean.add(Math.max(-tau, Math.min(tau, score))));
  }

  /** Pools what other terms hold, which must be of batches of the same size. */
  void add(ScoreTerms other) {
    jointSum += other.jointSum;
    contrastSum += other.contrastSum;
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

  /** K, the size of a batch. */
  public int batch() {
    return batch;
  }
}
