package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.steadymi.datasets.tables.TestTables.levels;
import static org.steadymi.datasets.tables.TestTables.numbers;
import static org.steadymi.datasets.tables.TestTables.refusal;
import static org.steadymi.datasets.tables.TestTables.resource;
import static org.steadymi.datasets.tables.TestTables.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that PyArrow and pandas wrote, see {@code generate.py}; row 2 is null. */
class ParquetFilesTest {
  private static final TableOptions I32_TEXT =
      TableOptions.of("i32", "text").withMissing(Missing.DROP).withContinuous("i32");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.parquet",
        "snappy.parquet",
        "gzip.parquet",
        "zstd.parquet",
        "lz4.parquet",
        "plain-v2.parquet"
      })
  void eachPackingIsRead(String name) {
    Table table = Tables.read(resource(name), I32_TEXT);
    assertThat(numbers(table.x().get(0))).containsExactly(-0x1p31, 7, 0x1p31 - 1);
    assertThat(levels(table.y().get(0))).containsExactly("b", "äöü", "b");
  }

  @ParameterizedTest
  @CsvSource({
    "i64, -9007199254740992, 7, 9007199254740992",
    "u32, 0, 7, 4294967295",
    "u64, 0, 7, 18446744073709551615",
    "i8, -128, 7, 127",
    "f32, 0.10000000149011612, -2.5, 1.0000000150474662e30",
    "price, 1.25, -0.01, 1234567.89",
    "fine, 1.125, -0.001, 0",
    "truth, 1, 0, 1",
  })
  void numbersOfEachType(String column, double first, double third, double fourth) {
    TableOptions options =
        TableOptions.of(column, "level").withMissing(Missing.DROP).withContinuous(column);
    Table table = Tables.read(resource("snappy.parquet"), options);
    assertThat(numbers(table.x().get(0))).containsExactly(first, third, fourth);
    assertThat(levels(table.y().get(0))).containsExactly("low", "high", "low");
  }

  @Test
  void categoriesKeepTheDigitsOfTheFile() {
    TableOptions options =
        TableOptions.of("u64,f32,price", "truth")
            .withMissing(Missing.DROP)
            .withCategorical("u64,f32,price");
    Table table = Tables.read(resource("zstd.parquet"), options);
    assertThat(levels(table.x().get(0))).containsExactly("0", "7", "18446744073709551615");
    assertThat(levels(table.x().get(1)).subList(0, 2)).containsExactly("0.1", "-2.5");
    assertThat(levels(table.x().get(2))).containsExactly("1.25", "-0.01", "1234567.89");
    assertThat(levels(table.y().get(0))).containsExactly("true", "false", "true");
  }

  @Test
  void aNullAndANotANumberAreMissing() {
    TableOptions f64 = TableOptions.of("f64", "text");
    for (TableOptions options : List.of(f64, f64.withCategorical("f64"))) {
      assertThat(refusal(resource("none.parquet"), options))
          .startsWith(": missing values: 'f64' 2, 'text' 1 of 4 rows");
    }
  }

  @Test
  void aFileOfPandas() {
    Table table =
        Tables.read(
            resource("pandas.parquet"),
            TableOptions.of("\"weight, kg\"", "smokes").withMissing(Missing.DROP));
    assertThat(numbers(table.x().get(0))).containsExactly(70.5, 81.25, 64);
    assertThat(levels(table.y().get(0))).containsExactly("true", "true", "false");
  }

  /** Of 0, 3, 0, 1 and 0 rows. */
  @Test
  void rowGroupsWithoutRowsArePassedOver() {
    Table table = Tables.read(resource("empty-groups.parquet"), I32_TEXT);
    assertThat(numbers(table.x().get(0))).containsExactly(-0x1p31, 7, 0x1p31 - 1);
    assertThat(levels(table.y().get(0))).containsExactly("b", "äöü", "b");
  }

  @Test
  void otherTypesAndPackingsAreRefused() {
    Path file = resource("none.parquet");
    assertThat(refusal(file, TableOptions.of("day", "text"))).contains("column 'day' is of type");
    assertThat(refusal(file, TableOptions.of("bytes", "text"))).contains("'bytes' is of type");
    assertThat(refusal(file, TableOptions.of("list.list.element", "text"))).contains("nested");
    assertThat(refusal(file, TableOptions.of("text", "i32").withContinuous("text")))
        .isEqualTo(": column 'text' holds text, expected numbers as --continuous says");
    assertThat(refusal(resource("brotli.parquet"), I32_TEXT)).contains("is packed with BROTLI");
  }

  /** Damaged lengths and large row groups look the same. */
  @Test
  void theEndOfMemoryHasTwoCauses() throws IOException {
    Path file = resource("none.parquet");
    try (ParquetTable table = new ParquetTable(file)) {
      assertThatThrownBy(
              () ->
                  table.guarded(
                      () -> {
                        throw new OutOfMemoryError("Java heap space");
                      }))
          .isInstanceOf(TableException.class)
          .hasMessage(
              file
                  + ": out of Java memory: give more with JAVA_TOOL_OPTIONS=-Xmx…, unless the file"
                  + " is damaged");
    }
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(resource("plain-v2.parquet"));
    for (int length = 0; length < whole.length; length++) {
      refusal(write(folder, "cut.parquet", Arrays.copyOf(whole, length)), I32_TEXT);
    }
  }

  @Test
  void aChangedByteIsRefusedInOneLineOrRead() throws IOException {
    byte[] whole = Files.readAllBytes(resource("plain-v2.parquet"));
    SplittableRandom random = new SplittableRandom(11);
    int refusals = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bent = whole.clone();
      bent[random.nextInt(bent.length)] ^= (byte) (1 + random.nextInt(255));
      Path file = write(folder, "bent.parquet", bent);
      Throwable refused = catchThrowable(() -> Tables.read(file, I32_TEXT));
      if (refused != null) {
        refusals++;
        assertThat(refused).isInstanceOf(TableException.class);
        assertThat(refused.getMessage()).startsWith(file.toString()).doesNotContain("\n");
      }
    }
    assertThat(refusals).isPositive();
  }
}
