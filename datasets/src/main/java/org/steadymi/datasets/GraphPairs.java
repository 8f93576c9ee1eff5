package org.steadymi.datasets;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Aligned pairs as operands of a graph.
 *
 * @param x [lead…, xSize]
 * @param y [lead…, ySize]
 */
public record GraphPairs(Operand<TFloat32> x, Operand<TFloat32> y) {}
