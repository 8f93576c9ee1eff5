package org.steadymi.evaluator.readout;

/**
 * Where the scores lie. A critic that drifts shows here: J and log M move together while their
 * difference stands still.
 *
 * @param joint J, the mean over batches of each one's
 * @param logMarginal log M of all batches pooled
 * @param maxAbsScore the largest |T_ij| among the finite scores
 * @param nonFiniteScores how many scores were infinite or NaN
 */
public record ScoreLevels(
    Estimate joint, Estimate logMarginal, double maxAbsScore, long nonFiniteScores) {}
