package org.steadymi.evaluator.readout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.steadymi.evaluator.readout.ScoreBatch.ScoreRow;

/**
 * The means that every read-out is made of, over one batch or over many pooled: bounded memory,
 * however many scores went in.
 */
public final class ScoreTerms {
  private static final double[] NONE = {};

  private final Map<Double, LogMeanExp> clippedMarginal = new LinkedHashMap<>();
  private final LogMeanExp marginal = new LogMeanExp();
  private double jointSum;
  private double contrastSum;
  private double crossFittedSum;
  private long pairs;
  private long marginalPairs;
  private double maxAbsScore;
  private long nonFiniteScores;
  private int contrasted;

  /**
   * Terms of nothing yet.
   *
   * @param clips each τ for which {@link #logMarginal(double)} will be asked
   */
  ScoreTerms(Set<Double> clips) {
    clips.forEach(tau -> clippedMarginal.put(tau, new LogMeanExp()));
  }

  /** Pools the scores of one more batch. */
  void add(ScoreBatch scores) {
    Layout layout = scores.layout();
    contrasted = layout.contrasted();
    for (int i = 0; i < layout.rows(); i++) {
      addRow(scores.row(i), layout.jointApart());
    }
  }

  /** The marginal pairs of the row go into two halves by turns. */
  private void addRow(ScoreRow row, boolean jointApart) {
    LogMeanExp a = new LogMeanExp();
    LogMeanExp b = new LogMeanExp();
    for (int m = 0; m < row.marginal().length; m++) {
      double score = row.marginal()[m];
      (m % 2 == 0 ? a : b).add(score);
      clippedMarginal.forEach((tau, mean) -> mean.add(Math.max(-tau, Math.min(tau, score))));
      watch(score);
    }
    marginal.add(a);
    marginal.add(b);
    LogMeanExp all = new LogMeanExp();
    for (double joint : jointApart ? row.joint() : NONE) {
      all.add(joint);
      watch(joint);
    }
    all.add(a);
    all.add(b);
    double logSum = all.logSum();
    for (double joint : row.joint()) {
      jointSum += joint;
      contrastSum += joint - logSum;
      crossFittedSum += jointApart ? (fitted(joint, a, b) + fitted(joint, b, a)) / 2 : Double.NaN;
    }
    pairs += row.joint().length;
    marginalPairs += row.marginal().length;
  }

  private void watch(double score) {
    if (Double.isFinite(score)) {
      maxAbsScore = Math.max(maxAbsScore, Math.abs(score));
    } else {
      nonFiniteScores++;
    }
  }

  /** 1 + f(x,y) − mean_B exp(f(x,y')) with f = T − log mean_A exp(T). */
  private static double fitted(double joint, LogMeanExp a, LogMeanExp b) {
    return 1 + joint - a.value() - Math.exp(b.value() - a.value());
  }

  /** Pools what other terms hold, which must be of batches of the same layout. */
  void add(ScoreTerms other) {
    jointSum += other.jointSum;
    contrastSum += other.contrastSum;
    crossFittedSum += other.crossFittedSum;
    pairs += other.pairs;
    marginalPairs += other.marginalPairs;
    maxAbsScore = Math.max(maxAbsScore, other.maxAbsScore);
    nonFiniteScores += other.nonFiniteScores;
    contrasted = Math.max(contrasted, other.contrasted);
    marginal.add(other.marginal);
    clippedMarginal.forEach((tau, mean) -> mean.add(other.clippedMarginal.get(tau)));
  }

  /** J, the mean of T over the joint pairs. */
  public double joint() {
    return jointSum / pairs;
  }

  /** log M, M being the mean of exp(T) over the marginal pairs. */
  public double logMarginal() {
    return marginal.value();
  }

  /**
   * log of the mean of exp(clip(T, −τ, τ)) over the marginal pairs.
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

  /**
   * The mean over the joint pairs ij of T_ij − logsumexp_l T_il, where l runs over {@link
   * #contrasted()} scores of the row, the joint one among them.
   */
  public double contrast() {
    return contrastSum / pairs;
  }

  /**
   * mean_i of 1 + u_i − mean_{j∈B} exp(u_i + T_ij − T_ii) with u_i = T_ii − log mean_{j∈A}
   * exp(T_ij), A and B being halves of {j ≠ i}, averaged over both roles of the halves; NaN for K =
   * 2, where a half is empty, and where marginal pairs are not independent of the joint ones.
   */
  public double crossFitted() {
    return crossFittedSum / pairs;
  }

  /** N, the scores of a row that a joint one is compared with, its own included. */
  public int contrasted() {
    return contrasted;
  }

  /** The largest |T| among the finite scores. */
  double maxAbsScore() {
    return maxAbsScore;
  }

  /** How many scores were infinite or NaN. */
  long nonFiniteScores() {
    return nonFiniteScores;
  }

  /** Number of joint pairs. */
  long jointPairs() {
    return pairs;
  }

  /** Number of marginal pairs. */
  long marginalPairs() {
    return marginalPairs;
  }
}
