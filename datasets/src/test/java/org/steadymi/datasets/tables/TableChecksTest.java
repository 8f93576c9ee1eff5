package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.tables.Finding.Severity;

class TableChecksTest {
  private static final int ROWS = 200;
  private static final Column X = numbers("x", 1);
  private static final Column Y = numbers("y", 2);

  private static Column numbers(String name, long seed) {
    return Column.numbers(name, new SplittableRandom(seed).doubles(ROWS).toArray());
  }

  private static Column mapped(String name, Column of, double scale, double offset) {
    double[] values = ((Column.Numbers) of).values();
    return Column.numbers(name, Arrays.stream(values).map(v -> scale * v + offset).toArray());
  }

  private static Column categories(String name, int levels, int shift) {
    int[] codes = IntStream.range(0, ROWS).map(i -> (i + shift) % levels).toArray();
    List<String> names = IntStream.range(0, levels).mapToObj(i -> "l" + i).toList();
    return new Column.Categories(name, codes, names, "text");
  }

  private static TableChecks check(List<Column> x, List<Column> y) {
    return TableChecks.of(new Table("t", x, y, List.of()));
  }

  private static void only(TableChecks checks, Severity severity, String start) {
    assertThat(checks.findings()).hasSize(1);
    assertThat(checks.findings().get(0).severity()).isEqualTo(severity);
    assertThat(checks.findings().get(0).message()).startsWith(start).doesNotContain("\n");
  }

  @Test
  void nothingIsFoundInAHealthyTable() {
    assertThat(check(List.of(X), List.of(Y, categories("k", 3, 0))).findings()).isEmpty();
  }

  @Test
  void fewRowsAreAnError() {
    int[] first = IntStream.range(0, 49).toArray();
    TableChecks checks = check(List.of(X.select(first)), List.of(Y.select(first)));
    only(checks, Severity.ERROR, "expected 50 rows or more, found 49");
    assertThat(checks.hasErrors()).isTrue();
    int[] enough = IntStream.range(0, 50).toArray();
    assertThat(check(List.of(X.select(enough)), List.of(Y.select(enough))).findings()).isEmpty();
  }

  @Test
  void constantColumnsAreLeftOutUnlessNothingRemains() {
    Column constant = Column.numbers("one", IntStream.range(0, ROWS).mapToDouble(i -> 1).toArray());
    TableChecks checks = check(List.of(X, constant), List.of(Y));
    only(checks, Severity.WARNING, "left out constant columns: 'one'");
    assertThat(checks.usable().x()).containsExactly(X);
    only(check(List.of(X), List.of(constant)), Severity.ERROR, "every column of Y is constant");
  }

  /** 2^60 and 2^60 + 100 are the same in double, 2^60 + 1000 is another. */
  @Test
  void numbersThatADoubleDoesNotTellApart() {
    double large = 0x1p60;
    Column close =
        Column.numbers("c", IntStream.range(0, ROWS).mapToDouble(i -> large + 300.0 * i).toArray());
    assertThat(check(List.of(X, close), List.of(Y)).findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.message()).startsWith("'c' has numbers above 2^53");
            });
    Column equal =
        Column.numbers("e", IntStream.range(0, ROWS).mapToDouble(i -> large + i % 3).toArray());
    assertThat(check(List.of(equal), List.of(Y)).findings().get(0).message())
        .contains("all are the same then; subtract a constant");
    Column apart =
        Column.numbers("a", IntStream.range(0, ROWS).mapToDouble(i -> large * (i + 1)).toArray());
    assertThat(check(List.of(X, apart), List.of(Y)).findings())
        .noneMatch(finding -> finding.message().contains("2^53"));
  }

  @Test
  void numbersWhoseSquaresOverflowAreAnError() {
    double[] values = ((Column.Numbers) X).values().clone();
    values[2] = 1e150;
    values[6] = -Double.MAX_VALUE;
    values[9] = 1.1e150;
    only(
        check(List.of(Column.numbers("nodata", values)), List.of(Y)),
        Severity.ERROR,
        "column 'nodata': found -1.7976931348623157E308 in row 7 of the 200 in use, the first of"
            + " 2 values beyond 1.0E150: a mark of a missing value? leave these rows out,");
  }

  @Test
  void aColumnAgainInOtherUnitsIsAnError() {
    String found = "column 'f' of Y is column 'x' of X up to unit and offset";
    only(check(List.of(X), List.of(mapped("f", X, -1.8, 32))), Severity.ERROR, found);
    Column noisy =
        Column.numbers(
            "f",
            IntStream.range(0, ROWS)
                .mapToDouble(i -> ((Column.Numbers) X).values()[i] + (i == 77 ? 1e-3 : 0))
                .toArray());
    assertThat(check(List.of(X), List.of(noisy)).findings()).isEmpty();
  }

  @Test
  void categoriesUnderOtherNamesAreAnError() {
    only(
        check(List.of(categories("k", 3, 0)), List.of(categories("l", 3, 1))),
        Severity.ERROR,
        "column 'l' of Y is column 'k' of X, possibly under other names");
    assertThat(check(List.of(categories("k", 3, 0)), List.of(categories("l", 6, 0))).findings())
        .isEmpty();
  }

  @Test
  void columnsThatNameTheirRowAreFound() {
    only(
        check(List.of(categories("id", ROWS, 0)), List.of(Y)),
        Severity.ERROR,
        "column 'id' has another category in every row");
    only(
        check(List.of(categories("many", ROWS / 2, 0)), List.of(Y)),
        Severity.WARNING,
        "column 'many' has 100 categories in 200 rows");
    Column sequence = Column.numbers("n", IntStream.range(1, ROWS + 1).asDoubleStream().toArray());
    only(
        check(List.of(sequence), List.of(Y)),
        Severity.WARNING,
        "column 'n' holds each of the whole numbers 1 to 200 once");
    Column squares =
        Column.numbers("s", IntStream.range(0, ROWS).mapToDouble(i -> i * i).toArray());
    only(
        check(List.of(squares), List.of(Y)),
        Severity.WARNING,
        "column 's' has another whole number in every row");
  }

  @Test
  void heavyTiesAreSaidOnceForAllColumns() {
    Column tied =
        Column.numbers("t", IntStream.range(0, ROWS).mapToDouble(i -> i % 50 / 8.0).toArray());
    Column free =
        Column.numbers("u", IntStream.range(0, ROWS).mapToDouble(i -> i % 101 / 8.0).toArray());
    only(
        check(List.of(tied, free, X), List.of(Y)),
        Severity.WARNING,
        "heavy ties: rows that repeat an earlier value of the column: 't' 75 %:");
  }

  @Test
  void equalRowsAreCounted() {
    int[] twice = IntStream.range(0, ROWS).map(i -> i < 4 ? 0 : i).toArray();
    only(
        check(List.of(X.select(twice)), List.of(Y.select(twice))),
        Severity.WARNING,
        "3 rows (1.5 %) equal an earlier row");
  }
}
