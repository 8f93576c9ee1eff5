package org.steadymi.estimators.sample;

/**
 * Scores of rows by critics that never saw them, less the log of their fold's mean marginal ratio:
 * estimates of log p(x, y) / p(x) p(y), nats.
 *
 * @param joint of every row's x and y
 * @param marginal of the x of a row and the y of another, of some pairs
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to read, never compared
public record RowScores(double[] joint, double[] marginal) {}
