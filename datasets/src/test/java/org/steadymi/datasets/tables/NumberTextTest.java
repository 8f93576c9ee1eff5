package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "+7",
        "1.",
        ".5",
        "-.5",
        "007",
        "1e3",
        "1E-3",
        "-2.5e+300",
        "5e-324",
        "0.000000000000000000000001",
        "123456789012345678901234567890",
        "9007199254740993",
        "0.1",
        "1.7976931348623157e308",
        "999999999999999.9",
        "0.30000000000000004"
      })
  void numbersAreReadAsTheNearestDouble(String text) {
    assertThat(NumberText.parse(text, '.')).isEqualTo(Double.parseDouble(text));
    assertThat(NumberText.parse(text.replace('.', ','), ',')).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "+.", "1e", "1e+", "e5", "1d", "1f", "0x10", "1 2", "1,5", "1.2.3", "--1",
        "12abc", "NaN", "٣", "1_000", "infinit", "1e5x"
      })
  void otherTextIsNoNumber(String text) {
    assertThat(NumberText.parse(text, '.')).isNaN();
  }

  @Test
  void randomNumbersSurviveTheWayThroughText() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(NumberText.parse(Double.toString(value), '.')).isEqualTo(value);
      }
      double rounded = random.nextInt(-1_000_000, 1_000_000) / 1000.0;
      assertThat(NumberText.parse(Double.toString(rounded), '.')).isEqualTo(rounded);
    }
  }

  @Test
  void infinityHasItsWordsAndItsOverflow() {
    assertThat(NumberText.parse("-Inf", '.')).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(NumberText.parse("infinity", '.')).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(NumberText.parse("1e999", '.')).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NA", "na", "N/A", "NaN", "nan", "-nan", "NULL", "?", "<NA>", "#N/A"})
  void marksOfMissingValuesAreOfEitherCase(String mark) {
    assertThat(NumberText.isMissing(mark)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "-", "NAM", "0", ".", "missing"})
  void otherTextIsThere(String text) {
    assertThat(NumberText.isMissing(text)).isFalse();
  }

  @Test
  void unsignedBitsAreAtLeastZero() {
    assertThat(NumberText.unsigned(-1)).isEqualTo(0x1p64);
    assertThat(NumberText.unsigned(Long.MIN_VALUE)).isEqualTo(0x1p63);
    assertThat(NumberText.unsigned(7)).isEqualTo(7);
  }
}
