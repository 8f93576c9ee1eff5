/**
 * What K×K score matrices say about mutual information: every read-out of the field, in double
 * precision and in nats, streamed over batches.
 *
 * <p>Of a matrix {@code T_ij = T(x_i, y_j)} (row = x, column = y) the diagonal holds the scores of
 * joint pairs, every other entry the score of a pair from the product of the marginals. Throughout,
 *
 * <pre>
 * J     = mean_i T_ii               the joint term
 * M     = mean_{i≠j} exp(T_ij)      the marginal term
 * </pre>
 */
package org.steadymi.evaluator.readout;
