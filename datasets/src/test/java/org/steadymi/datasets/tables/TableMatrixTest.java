package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableMatrixTest {
  private static final Column NUMBER = Column.numbers("n", 0.5, -2);
  private static final Column CATEGORY =
      new Column.Categories("k", new int[] {2, 0}, List.of("a", "b", "c"), "text");

  @Test
  void categoriesAreOneHot() {
    TableMatrix matrix = TableMatrix.of(List.of(NUMBER, CATEGORY));
    assertThat(matrix.names()).containsExactly("n", "k=a", "k=b", "k=c");
    assertThat(matrix.values()).containsExactly(0.5, 0, 0, 1, -2, 1, 0, 0);
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.floats().values()).containsExactly(0.5f, 0, 0, 1, -2, 1, 0, 0);
  }

  @Test
  void tooManyLevelsAreRefused() {
    List<String> levels = IntStream.rangeClosed(0, 1000).mapToObj(Integer::toString).toList();
    Column many = new Column.Categories("k", new int[] {2, 0}, levels, "text");
    assertThatThrownBy(() -> TableMatrix.of(List.of(many)))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "column 'k': expected at most 1,000 categories, found 1,001: merge some, or leave it out");
  }

  @Test
  void missingValuesAreRefused() {
    Column holed =
        new Column.Categories("h", new int[] {1, Column.MISSING}, List.of("a", "b"), "text");
    assertThatThrownBy(() -> TableMatrix.of(List.of(NUMBER, holed)))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "column 'h': the value of row 2 is missing: drop or fill what is missing first");
    assertThatThrownBy(() -> TableMatrix.of(List.of(Column.numbers("n", Double.NaN, 1))))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("column 'n': the value of row 1 is missing");
  }

  @Test
  void numbersBeyondFloatsAreRefused() {
    TableMatrix matrix = TableMatrix.of(List.of(Column.numbers("big", 1, 1e300)));
    assertThatThrownBy(matrix::floats)
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("row 2, column 'big': 1.0E300 is beyond the range of floats");
  }

  @Test
  void aTableIsComplete() {
    Column holed = Column.numbers("h", 1, Double.NaN);
    assertThatThrownBy(() -> new Table("t", List.of(holed), List.of(NUMBER), List.of()))
        .hasMessage("t: column 'h' has missing values");
    Column infinite = Column.numbers("i", 1, Double.POSITIVE_INFINITY);
    assertThatThrownBy(() -> new Table("t", List.of(NUMBER), List.of(infinite), List.of()))
        .hasMessageStartingWith("t: row 2, column 'i': found an infinite value");
  }
}
