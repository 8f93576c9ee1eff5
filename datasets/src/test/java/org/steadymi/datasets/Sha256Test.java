package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 10_000})
  void numbersAreDigestedAsTheirBytes(int count) {
    double[] numbers = new SplittableRandom(3).doubles(count).toArray();
    double[] more = {-1.5, Double.MIN_VALUE};
    assertThat(Sha256.hex(numbers, more)).isEqualTo(Sha256.hex(bytes(numbers), bytes(more)));
  }

  private static byte[] bytes(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }
}
