package org.steadymi.savedmodels;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** What the description of a tensor in a signature says. */
final class TensorFacts {
  private TensorFacts() {}

  static boolean isReal(TensorInfo tensor) {
    return tensor.getDtype() == DataType.DT_FLOAT || tensor.getDtype() == DataType.DT_DOUBLE;
  }

  /** Whether it is [?, d, …] with an unknown number of rows of a fixed shape. */
  static boolean isRows(TensorInfo tensor) {
    TensorShapeProto shape = tensor.getTensorShape();
    return !shape.getUnknownRank()
        && shape.getDimCount() >= 2
        && shape.getDim(0).getSize() == -1
        && rowSize(tensor) > 0;
  }

  /** Values per row; 0 where it is not known or too large. */
  static int rowSize(TensorInfo tensor) {
    long size = 1;
    for (long dimension : row(tensor)) {
      size = dimension < 1 || size > Integer.MAX_VALUE / dimension ? 0 : size * dimension;
    }
    return (int) size;
  }

  /** The shape of one row. */
  static List<Long> row(TensorInfo tensor) {
    return tensor.getTensorShape().getDimList().stream()
        .skip(1)
        .map(TensorShapeProto.Dim::getSize)
        .toList();
  }

  static String describe(TensorShapeProto shape) {
    return shape.getUnknownRank()
        ? "unknown"
        : shape.getDimList().stream()
            .map(dim -> dim.getSize() < 0 ? "?" : Long.toString(dim.getSize()))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Such as {@code serve(keras_tensor DT_FLOAT [?, 5]) -> output_0 DT_FLOAT [?, 3]}. */
  static String describe(String key, SignatureDef definition) {
    return "%s(%s) -> %s"
        .formatted(key, describe(definition.getInputsMap()), describe(definition.getOutputsMap()));
  }

  private static String describe(Map<String, TensorInfo> tensors) {
    return tensors.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            entry ->
                "%s %s %s"
                    .formatted(
                        entry.getKey(),
                        entry.getValue().getDtype(),
                        describe(entry.getValue().getTensorShape())))
        .collect(Collectors.joining(", "));
  }
}
