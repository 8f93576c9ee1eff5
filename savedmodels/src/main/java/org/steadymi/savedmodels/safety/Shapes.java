package org.steadymi.savedmodels.safety;

import java.util.OptionalLong;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/** Sizes of tensors as their descriptions state them. */
public final class Shapes {
  private static final int MAX_RANK = 254;
  private static final int STRING_BYTES = 24;

  private Shapes() {}

  /**
   * Elements of a shape whose dimensions are all known.
   *
   * @return empty if a dimension is unknown or negative, there are too many, or their product does
   *     not fit in 63 bits
   */
  public static OptionalLong elements(TensorShapeProto shape) {
    if (shape.getUnknownRank() || shape.getDimCount() > MAX_RANK) {
      return OptionalLong.empty();
    }
    long product = 1;
    for (TensorShapeProto.Dim dim : shape.getDimList()) {
      if (dim.getSize() < 0 || Math.multiplyHigh(product, dim.getSize()) != 0) {
        return OptionalLong.empty();
      }
      product *= dim.getSize();
      if (product < 0) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(product);
  }

  /**
   * Bytes of such a tensor in memory; the largest number where they do not fit in 63 bits.
   *
   * @return empty as {@link #elements}, or for a type that is no plain number, text or truth value
   */
  public static OptionalLong bytes(DataType type, TensorShapeProto shape) {
    int size = type == DataType.DT_STRING ? STRING_BYTES : size(type);
    OptionalLong elements = elements(shape);
    if (size == 0 || elements.isEmpty()) {
      return OptionalLong.empty();
    }
    boolean fits = elements.getAsLong() <= Long.MAX_VALUE / size;
    return OptionalLong.of(fits ? elements.getAsLong() * size : Long.MAX_VALUE);
  }

  /** Bytes of an element; 0 for types that have no fixed size. */
  public static int size(DataType type) {
    return switch (type) {
      case DT_BOOL, DT_INT8, DT_UINT8, DT_QINT8, DT_QUINT8 -> 1;
      case DT_INT16, DT_UINT16, DT_HALF, DT_BFLOAT16, DT_QINT16, DT_QUINT16 -> 2;
      case DT_FLOAT, DT_INT32, DT_UINT32, DT_QINT32 -> 4;
      case DT_DOUBLE, DT_INT64, DT_UINT64, DT_COMPLEX64 -> 8;
      case DT_COMPLEX128 -> 16;
      default -> 0;
    };
  }

  /** Whether TensorFlow can hold such a shape, unknown dimensions (-1) included. */
  static boolean isSound(TensorShapeProto shape) {
    return shape.getDimList().stream().allMatch(dim -> dim.getSize() >= -1)
        && shape.getDimCount() <= MAX_RANK
        && elements(knownPart(shape)).isPresent();
  }

  /** The dimensions that are above 0: the size of the shape where those that are not are 1. */
  static TensorShapeProto knownPart(TensorShapeProto shape) {
    TensorShapeProto.Builder known = TensorShapeProto.newBuilder();
    shape.getDimList().stream().filter(dim -> dim.getSize() > 0).forEach(known::addDim);
    return known.build();
  }
}
