package org.steadymi.evaluator.readout;

/**
 * The pairs behind the numbers.
 *
 * @param layout of every batch
 * @param jointPairs scores in J
 * @param marginalPairs scores in M
 * @param emptyBatches batches without a joint pair, which are in no number
 */
public record PairCounts(Layout layout, long jointPairs, long marginalPairs, long emptyBatches) {}
