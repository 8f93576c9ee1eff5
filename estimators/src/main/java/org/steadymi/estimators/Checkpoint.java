package org.steadymi.estimators;

/**
 * A critic at one step, judged on the selection split.
 *
 * @param step steps trained
 * @param objective the bound's objective on the selection split
 * @param value the estimate of I(X;Y) on the selection split, nats
 * @param logMarginal log M pooled over the selection batches, nats: the critic's level
 * @param parameters [size]
 */
@SuppressWarnings("ArrayRecordComponent") // carries a critic's weights; compared by nobody
public record Checkpoint(
    int step, double objective, double value, double logMarginal, float[] parameters) {}
