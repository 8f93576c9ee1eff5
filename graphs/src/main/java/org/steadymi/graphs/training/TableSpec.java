package org.steadymi.graphs.training;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.family.TType;

/** Type and shape of an uploaded table. */
record TableSpec(Class<? extends TType> type, Shape shape) {
  static TableSpec of(TType table) {
    return new TableSpec(table.type(), table.shape());
  }
}
