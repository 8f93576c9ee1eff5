package org.steadymi.graphs.training;

import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.types.family.TType;

/**
 * Variables that a graph and its functions share. A function cannot return a handle, so each graph
 * makes its own, and the shared name makes them one variable.
 */
record Variables(String family) {
  /** What is trained, then the optimiser's slots. */
  static final Variables TRAINED = new Variables("trained");

  /** What was uploaded once. */
  static final Variables TABLES = new Variables("table");

  <T extends TType> Operand<?> handle(Ops tf, int index, Class<T> type, Shape shape) {
    return tf.varHandleOp(type, shape, VarHandleOp.sharedName("steadymi/" + family + "/" + index));
  }

  <T extends TType> Operand<T> read(Ops tf, int index, Class<T> type, Shape shape) {
    return tf.readVariableOp(handle(tf, index, type, shape), type);
  }
}
