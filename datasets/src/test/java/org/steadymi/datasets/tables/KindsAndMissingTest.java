package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.steadymi.datasets.tables.TestTables.levels;
import static org.steadymi.datasets.tables.TestTables.numbers;
import static org.steadymi.datasets.tables.TestTables.refusal;
import static org.steadymi.datasets.tables.TestTables.write;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsAndMissingTest {
  private static final String HOLED = "a,b,c,d\n1,x,0.5,1\nNA,y,1.5,\n4,,?,2\n6,y,2.5,2\n";

  @TempDir Path folder;
  private Path codes;

  @BeforeEach
  void writeCodes() {
    String rows =
        IntStream.range(0, 44)
            .mapToObj(i -> "%d,%d,%s,%s".formatted(i % 10, i % 11, i + 0.5, i % 2 == 0 ? "p" : "q"))
            .collect(Collectors.joining("\n"));
    codes = write(folder, "codes.csv", "ten,eleven,real,text\n" + rows + "\n");
  }

  private List<ColumnKind> kindsOfX(String x, String y) {
    return Tables.read(codes, TableOptions.of(x, y)).x().stream().map(Column::kind).toList();
  }

  @Test
  void fewWholeNumbersAloneOrBesideCategoriesAreCategories() {
    assertThat(kindsOfX("ten", "real")).containsExactly(ColumnKind.CATEGORICAL);
    assertThat(kindsOfX("ten,text", "real"))
        .containsExactly(ColumnKind.CATEGORICAL, ColumnKind.CATEGORICAL);
    Column column = Tables.read(codes, TableOptions.of("ten", "real")).x().get(0);
    assertThat(column.how())
        .isEqualTo("whole numbers, only 10 different ones (at most 10 count as categories)");
    assertThat(levels(column).subList(0, 3)).containsExactly("0", "1", "2");
  }

  @Test
  void manyWholeNumbersOrFewBesideNumbersAreNumbers() {
    assertThat(kindsOfX("eleven", "real")).containsExactly(ColumnKind.INTEGER);
    assertThat(kindsOfX("ten,real", "text"))
        .containsExactly(ColumnKind.INTEGER, ColumnKind.CONTINUOUS);
    assertThat(kindsOfX("ten,eleven", "text"))
        .containsExactly(ColumnKind.INTEGER, ColumnKind.INTEGER);
  }

  @Test
  void theUserDecidesOtherwise() {
    TableOptions options =
        TableOptions.of("ten,eleven", "real").withContinuous("ten").withCategorical("eleven");
    assertThat(Tables.read(codes, options).x())
        .extracting(Column::kind)
        .containsExactly(ColumnKind.CONTINUOUS, ColumnKind.CATEGORICAL);
  }

  @Test
  void missingValuesAreRefusedWithTheirCounts() {
    Path file = write(folder, "h.csv", HOLED);
    assertThat(refusal(file, TableOptions.of("a,b", "c")))
        .isEqualTo(
            ": missing values: 'a' 1, 'b' 1, 'c' 1 of 4 rows: choose --missing drop or"
                + " --missing mean");
  }

  @Test
  void rowsWithMissingValuesAreLeftOut() {
    Path file = write(folder, "h.csv", HOLED);
    Table table = Tables.read(file, TableOptions.of("c", "b").withMissing(Missing.DROP));
    assertThat(numbers(table.x().get(0))).containsExactly(0.5, 1.5, 2.5);
    assertThat(levels(table.y().get(0))).containsExactly("x", "y", "y");
    assertThat(table.notes()).contains("left out 1 of 4 rows with missing values: 'c' 1, 'b' 1");
    Path none = write(folder, "n.csv", "a,b\n1.5,\n,x\n");
    assertThat(refusal(none, TableOptions.of("a", "b").withMissing(Missing.DROP)))
        .startsWith(": every row misses a value");
  }

  @Test
  void missingValuesBecomeTheMeanOrTheMostFrequent() {
    Path file = write(folder, "h.csv", HOLED);
    Table table = Tables.read(file, TableOptions.of("a,c", "b,d").withMissing(Missing.MEAN));
    assertThat(numbers(table.x().get(0))).containsExactly(1, 11 / 3.0, 4, 6);
    assertThat(table.x().get(0).kind()).isEqualTo(ColumnKind.CONTINUOUS);
    assertThat(numbers(table.x().get(1))).containsExactly(0.5, 1.5, 1.5, 2.5);
    assertThat(levels(table.y().get(0))).containsExactly("x", "y", "y", "y");
    assertThat(levels(table.y().get(1))).containsExactly("1", "2", "2", "2");
    assertThat(table.notes())
        .contains(
            "column 'c': 1 missing values became its mean of all rows, 1.5",
            "column 'b': 1 missing values became its most frequent one of all rows, 'y'");
  }
}
