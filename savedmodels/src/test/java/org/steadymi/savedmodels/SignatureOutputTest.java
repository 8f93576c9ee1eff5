package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

class SignatureOutputTest {
  private static final Path MODEL = Path.of("model");

  /** More than one block of values, and no multiple of anything. */
  private static final int MANY = 20_011;

  private static SignatureOutput of(TFloat32 tensor) {
    return new SignatureOutput(MODEL, SignatureName.SCORE, tensor, true);
  }

  private static TFloat32 tensor(float... values) {
    return TFloat32.tensorOf(Shape.of(values.length), DataBuffers.of(values, true, false));
  }

  private static float[] ramp(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = i - 5;
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 7, 8191, 8192, 8193, MANY})
  void readsEveryValue(int size) {
    try (TFloat32 tensor = tensor(ramp(size))) {
      assertThat(of(tensor).values()).isEqualTo(ramp(size));
    }
  }

  @Test
  void narrowsDoubles() {
    double[] wide = new double[MANY];
    float[] expected = new float[MANY];
    for (int i = 0; i < MANY; i++) {
      wide[i] = 1.0 / (i + 3);
      expected[i] = (float) wide[i];
    }
    try (TFloat64 tensor = TFloat64.tensorOf(Shape.of(MANY), DataBuffers.of(wide, true, false))) {
      assertThat(new SignatureOutput(MODEL, SignatureName.SCORE, tensor, true).values())
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8192, MANY})
  void showsEveryValueWhereItIs(int size) {
    float[] values = new float[size];
    try (TFloat32 tensor = tensor(ramp(size))) {
      of(tensor).view().read(values);
    }
    assertThat(values).isEqualTo(ramp(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 8191, 8192, MANY - 2, MANY - 1})
  void findsTheFirstNan(int at) {
    float[] values = ramp(MANY);
    values[at] = Float.NaN;
    values[MANY - 1] = Float.NaN;
    try (TFloat32 tensor = tensor(values)) {
      assertThatExceptionOfType(NotNumbersException.class)
          .isThrownBy(() -> of(tensor).values())
          .withMessage(
              "model: signature score gave NaN, first at value %d of %d; train the model again",
              at, MANY);
      assertThatExceptionOfType(NotNumbersException.class)
          .isThrownBy(() -> of(tensor).view())
          .withMessageContaining("value %d of", at);
    }
  }

  @Test
  void givesOutWhatIsNoNumberWhereThatIsAllowed() {
    float[] values = {1, Float.NaN, 2};
    try (TFloat32 tensor = tensor(values)) {
      assertThat(new SignatureOutput(MODEL, SignatureName.SCORE, tensor, false).values())
          .isEqualTo(values);
    }
  }

  @Test
  void takesInfinitiesForNumbers() {
    float[] values = {
      Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, Float.MAX_VALUE, 0, 1, -1
    };
    try (TFloat32 tensor = tensor(values)) {
      assertThat(of(tensor).values()).isEqualTo(values);
    }
  }

  @Test
  void acceptsAColumnOfScoresAndNoOtherShape() {
    try (TFloat32 column = TFloat32.tensorOf(Shape.of(3, 1));
        TFloat32 wide = TFloat32.tensorOf(Shape.of(3, 2))) {
      of(column).requireShape(3, 3);
      assertThatThrownBy(() -> of(wide).requireShape(3, 3))
          .isInstanceOf(SavedModelException.class)
          .hasMessage("model: signature score gave shape [3, 2] for inputs of 3 and 3 rows");
      assertThatThrownBy(() -> of(column).requireShape(4, 4))
          .isInstanceOf(SavedModelException.class);
    }
  }
}
