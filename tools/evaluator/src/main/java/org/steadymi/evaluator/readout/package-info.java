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
 *
 * <p>The K(K−1) pairs of the marginal term are the K − 1 cyclic shifts of y against x, derangements
 * all: no joint pair is ever taken for one of the product, as it would be by a random shuffle,
 * which leaves one row in its place on average.
 */
package org.steadymi.evaluator.readout;
