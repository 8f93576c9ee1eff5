package org.steadymi.savedmodels;

import java.nio.file.Path;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.DoubleDataBuffer;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat64;

/**
 * What a signature gave, read while its tensor is open.
 *
 * @param model where it came from, for messages
 * @param signature that was called
 * @param tensor of floats or doubles, owned by the caller
 * @param numbersOnly whether NaN is refused
 */
record SignatureOutput(Path model, SignatureName signature, Tensor tensor, boolean numbersOnly) {
  /** Values that are copied and looked through at a time: they stay in the processor's cache. */
  private static final int BLOCK = 8192;

  /**
   * Checks that the output has the rank that the contract gives it, and one row for each pair, or
   * each row of x and column of y.
   *
   * @param rows of the first input
   * @param columns rows of the last
   * @throws SavedModelException if it has another
   */
  void requireShape(int rows, int columns) {
    Shape shape = tensor.shape();
    boolean column = signature.outputRank() == 1 && shape.numDimensions() == 2 && shape.get(1) == 1;
    boolean fits =
        (shape.numDimensions() == signature.outputRank() || column)
            && shape.get(0) == rows
            && (signature != SignatureName.SCORE_MATRIX || shape.get(1) == columns);
    if (!fits) {
      throw new SavedModelException(
          "%s: signature %s gave shape %s for inputs of %d and %d rows"
              .formatted(model, signature.key(), shape, rows, columns));
    }
  }

  /**
   * All values, in an array of their own.
   *
   * @throws NotNumbersException if one is NaN and that is refused
   */
  float[] values() {
    float[] values = new float[size()];
    copy(values, true);
    return values;
  }

  /**
   * All values where the tensor has them, if it has floats; of use as long as it is open.
   *
   * @throws NotNumbersException if one is NaN and that is refused
   */
  FloatDataBuffer view() {
    if (tensor instanceof TFloat64) {
      return DataBuffers.of(values());
    }
    if (numbersOnly) {
      copy(new float[BLOCK], false);
    }
    return tensor.asRawTensor().data().asFloats();
  }

  /**
   * Copies block after block and looks at each where that is asked for.
   *
   * @param into takes all values, or a block over the last one
   * @param whole which of these
   */
  private void copy(float[] into, boolean whole) {
    Source source = tensor instanceof TFloat64 ? doubles() : floats();
    int size = size();
    for (int from = 0; from < size; from += BLOCK) {
      int length = Math.min(BLOCK, size - from);
      int at = whole ? from : 0;
      source.copy(from, into, at, length);
      if (numbersOnly) {
        requireNumbers(into, at, length, from);
      }
    }
  }

  private int size() {
    return Math.toIntExact(tensor.shape().size());
  }

  /** Copies some values from there on to a place in an array. */
  private interface Source {
    void copy(int from, float[] into, int at, int length);
  }

  private Source floats() {
    FloatDataBuffer buffer = tensor.asRawTensor().data().asFloats();
    return (from, into, at, length) -> buffer.offset(from).read(into, at, length);
  }

  private Source doubles() {
    DoubleDataBuffer buffer = tensor.asRawTensor().data().asDoubles();
    double[] wide = new double[BLOCK];
    return (from, into, at, length) -> {
      buffer.offset(from).read(wide, 0, length);
      for (int i = 0; i < length; i++) {
        into[at + i] = (float) wide[i];
      }
    };
  }

  /**
   * Scores may overflow, which read-outs tell of; what is no number is of no use to any.
   *
   * @param at the first of the values to look at
   * @param number its place among all
   */
  private void requireNumbers(float[] values, int at, int length, int number) {
    if (!Float.isNaN(sum(values, at, at + length))) {
      return;
    }
    for (int i = 0; i < length; i++) { // or it was the sum of two infinities
      if (Float.isNaN(values[at + i])) {
        throw new NotNumbersException(
            "%s: signature %s gave NaN, first at value %d of %d; train the model again"
                .formatted(model, signature.key(), number + i, size()));
      }
    }
  }

  /** NaN where a value is: one addition for each, in lanes that do not wait for each other. */
  private static float sum(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i <= to - 4; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i];
    }
    return a + b + c + d;
  }
}
