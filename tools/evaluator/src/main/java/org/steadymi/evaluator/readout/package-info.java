/**
 * What scores say about mutual information: every read-out of the field, in double precision and in
 * nats, streamed over batches. Throughout,
 *
 * <pre>
 * J     = mean of T over the joint pairs           the joint term
 * M     = mean of exp(T) over the marginal pairs   the marginal term
 * </pre>
 *
 * <p>A read-out is its equation in these; which pairs of a batch are joint and which marginal is
 * the matter of its {@link org.steadymi.evaluator.readout.Layout}:
 *
 * <ul>
 *   <li>A K×K matrix {@code T_ij = T(x_i, y_j)} of aligned pairs (row = x, column = y) holds the
 *       joint pairs on its diagonal, and beside it K(K−1) marginal ones: the K − 1 cyclic shifts of
 *       y against x, derangements all. No joint pair is ever taken for one of the product, as it
 *       would be by a random shuffle, which leaves one row in its place on average.
 *   <li>K rows against C classes: joint is each row with its own class, marginal all K · C pairs,
 *       the exact mean over a uniform class. Bounds are bounds then as far as the classes are
 *       equally frequent.
 *   <li>K rows among themselves: joint are the pairs i ≠ j of one class, marginal all i ≠ j.
 *       Batches hold different numbers of joint pairs, so that macro and micro differ for every
 *       formula.
 * </ul>
 */
package org.steadymi.evaluator.readout;
