package org.steadymi.savedmodels.safety;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

class ShapesTest {
  private static TensorShapeProto shape(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDimBuilder().setSize(size);
    }
    return shape.build();
  }

  @Test
  void multiplies() {
    assertThat(Shapes.elements(shape())).hasValue(1);
    assertThat(Shapes.elements(shape(3, 5, 7))).hasValue(105);
    assertThat(Shapes.elements(shape(Long.MAX_VALUE, 0))).hasValue(0);
    assertThat(Shapes.elements(shape(1L << 31, 1L << 31))).hasValue(1L << 62);
    assertThat(Shapes.bytes(DataType.DT_FLOAT, shape(2, 3))).hasValue(24);
    assertThat(Shapes.bytes(DataType.DT_COMPLEX128, shape(1L << 60))).hasValue(Long.MAX_VALUE);
  }

  @Test
  void hasNoSizeForWhatIsUnknownOrOverflows() {
    assertThat(Shapes.elements(shape(-1, 2))).isEmpty();
    assertThat(Shapes.elements(shape(1L << 32, 1L << 31))).isEmpty();
    assertThat(Shapes.elements(shape(1L << 32, 1L << 32))).isEmpty();
    assertThat(Shapes.elements(shape(1L << 40, 1L << 40, 0))).isEmpty();
    assertThat(Shapes.elements(shape(new long[255]))).isEmpty();
    assertThat(Shapes.elements(TensorShapeProto.newBuilder().setUnknownRank(true).build()))
        .isEmpty();
    assertThat(Shapes.bytes(DataType.DT_VARIANT, shape())).isEmpty();
    assertThat(Shapes.bytes(DataType.DT_INVALID, shape())).isEmpty();
  }

  @Test
  void knowsShapesThatNoTensorCanHave() {
    assertThat(Shapes.isSound(shape(-1, 64))).isTrue();
    assertThat(Shapes.isSound(shape(-2))).isFalse();
    assertThat(Shapes.isSound(shape(1L << 40, -1, 1L << 40))).isFalse();
    assertThat(Shapes.isSound(shape(1L << 40, 0, 1L << 40))).isFalse();
  }
}
