/**
 * Pairs (x, y) whose mutual information is known, image sets and tables, on the host and inside a
 * TensorFlow graph.
 *
 * <p>Everything here is a pure function of a seed: the same source, split, seed and count give the
 * same rows.
 */
package org.steadymi.datasets;
