package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {
  private static final ColumnNames NAMES =
      new ColumnNames(
          "t.csv",
          List.of("age", "height, cm", "a:b", "7", "twice", "twice", "", "say \"hi\"", "2020-21"),
          Map.of("all", new int[] {0, 1, 2}),
          Map.of("cube", new TableException("t.csv: a cube")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "age | 0",
        "2 | 2",
        "'8,0' | 8 0",
        "1-3 | 1 2 3",
        "\"height, cm\" | 1",
        "' \"height, cm\" , age ' | 1 0",
        "age:a:b | 0 1 2",
        "\"age\":\"a:b\" | 0 1 2",
        "a:b | 2",
        "a:b:2020-21 | 2 3 4 5 6 7 8",
        "\"7\" | 3",
        "7-7 | 7",
        "c6 | 6",
        "\"say \"\"hi\"\"\" | 7",
        "all | 0 1 2",
        "2020-21 | 8",
        "5 | 5",
      })
  void aListChoosesByNamePositionAndRange(String list, String expected) {
    String chosen =
        String.join(
            " ", Arrays.stream(NAMES.choose("--x", list)).mapToObj(Integer::toString).toList());
    assertThat(chosen).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ages | no column 'ages' (did you mean age?), columns: age, height, cm, a:b, 7, twice,",
        "age:twicee | no column 'twicee' (did you mean twice?)",
        "9 | no column '9': positions are 0 to 8",
        "3-9 | no column '3-9': positions are 0 to 8",
        "3-2 | no column '3-2': positions are 0 to 8",
        "twice | 2 columns are called 'twice': choose by position, one of 4, 5",
        "7 | '7' can be read in two ways: write \"7\" in quotes for the name, 7-7 for the position",
        "a:b:age | 'a:b:age': column 'a:b' comes after 'age'",
        "'age,,1' | expected columns such as age,bmi or c1:c20 or 0-19, found an empty name",
        "'' | expected columns such as age,bmi or c1:c20 or 0-19, found an empty name",
        "'age,0-1' | column 'age' is chosen twice",
      })
  void whatChoosesNothingClearlyIsRefused(String list, String expected) {
    assertThatThrownBy(() -> NAMES.choose("--x", list))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("t.csv: --x: " + expected)
        .message()
        .doesNotContain("\n");
  }

  @Test
  void whatIsNoColumnIsRefusedWithItsReason() {
    assertThatThrownBy(() -> NAMES.choose("--x", "cube")).hasMessage("t.csv: a cube");
  }
}
