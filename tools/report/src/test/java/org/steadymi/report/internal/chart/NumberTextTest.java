package org.steadymi.report.internal.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.report.Column;

class NumberTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "2.30258; FIXED; 3; 2.303",
        "-0.2; FIXED; 2; −0.20",
        "-0.0; FIXED; 2; 0.00",
        "0.0004; FIXED; 2; 0.0004",
        "12345; FIXED; 0; 12,345",
        "0.4; FIXED; 0; 0",
        "1e12; FIXED; 2; 10¹²",
        "0.9725; PERCENT; 1; 97.3 %",
        "1234.5678; SIGNIFICANT; 3; 1,230",
        "-1.5e-7; SIGNIFICANT; 3; −1.5×10⁻⁷",
        "NaN; FIXED; 2; –",
        "Infinity; FIXED; 2; ∞",
        "-Infinity; PERCENT; 2; −∞"
      })
  void writesNumbersAsPeopleReadThem(
      double value, Column.Notation notation, int digits, String text) {
    assertThat(NumberText.of(value, new Column.Format(notation, digits))).isEqualTo(text);
  }

  @Test
  void doesNotDependOnTheLocaleOfTheMachine() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(NumberText.significant(1234.5, 5)).isEqualTo("1,234.5");
    } finally {
      Locale.setDefault(before);
    }
  }
}
