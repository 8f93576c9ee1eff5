package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.steadymi.datasets.tables.TestTables.levels;
import static org.steadymi.datasets.tables.TestTables.numbers;
import static org.steadymi.datasets.tables.TestTables.refusal;
import static org.steadymi.datasets.tables.TestTables.resource;
import static org.steadymi.datasets.tables.TestTables.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy wrote, see {@code generate.py}. */
class NumpyFilesTest {
  private static final TableOptions COLUMNS = TableOptions.of("1,2", "0").withContinuous("0-2");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"f8.npy", "f8-fortran.npy", "f4-big.npy"})
  void anArrayIsReadInEitherOrderOfIndicesAndBytes(String name) {
    Table table = Tables.read(resource(name), COLUMNS);
    assertThat(numbers(table.y().get(0))).containsExactly(-5, 5, 15, 25);
    assertThat(numbers(table.x().get(0))).containsExactly(-4, 6, 16, 26);
    assertThat(numbers(table.x().get(1))).containsExactly(-3, 7, 17, 27);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz"})
  void arraysGoByTheirNames(String name) {
    TableOptions options =
        TableOptions.of("grid", "name,truth,name_big")
            .withContinuous("grid")
            .withMissing(Missing.DROP);
    Table table = Tables.read(resource(name), options);
    assertThat(table.x()).extracting(Column::name).containsExactly("grid[0]", "grid[1]", "grid[2]");
    assertThat(numbers(table.x().get(2))).containsExactly(-3, 7, 27);
    assertThat(levels(table.y().get(0))).containsExactly("b", "äöü", "b");
    assertThat(levels(table.y().get(1))).containsExactly("true", "false", "true");
    assertThat(levels(table.y().get(2))).containsExactly("b", "𝛼", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
  void integersOfEachSizeKeepTheirEdges(String type) {
    int bits = 8 * (type.charAt(1) - '0');
    double low = type.startsWith("u") ? 0 : -Math.scalb(1.0, bits - 1);
    double high = Math.scalb(1.0, type.startsWith("u") ? bits : bits - 1) - 1;
    TableOptions options =
        TableOptions.of(type + "," + type + "_big", "truth")
            .withContinuous(type + "," + type + "_big");
    Table table = Tables.read(resource("stored.npz"), options);
    assertThat(numbers(table.x().get(0))).containsExactly(low, 0, 1, high);
    assertThat(numbers(table.x().get(1))).containsExactly(low, 0, 1, high);
  }

  @Test
  void wideIntegersAsCategoriesKeepAllDigits() {
    TableOptions options = TableOptions.of("u8", "i8").withCategorical("u8,i8");
    Table table = Tables.read(resource("stored.npz"), options);
    assertThat(levels(table.x().get(0))).containsExactly("0", "0", "1", "18446744073709551615");
    assertThat(levels(table.y().get(0))).contains("-9223372036854775808", "9223372036854775807");
  }

  @Test
  void whatIsNoColumnHasItsReason() {
    Path file = resource("stored.npz");
    assertThat(refusal(file, TableOptions.of("cube", "truth")))
        .isEqualTo(": array 'cube': expected an array of 1 or 2 dimensions, found shape (4, 1, 1)");
    assertThat(refusal(file, TableOptions.of("objects", "truth"))).contains("pickled objects");
    assertThat(refusal(file, TableOptions.of("complex", "truth"))).contains("found type '<c16'");
    assertThat(refusal(file, TableOptions.of("long", "truth")))
        .isEqualTo(": 'truth' has 4 rows, expected 5 as 'long' has");
    assertThat(refusal(file, TableOptions.of("holes", "name")))
        .startsWith(": missing values: 'holes' 1, 'name' 1 of 4 rows");
    assertThat(refusal(resource("objects.npy"), COLUMNS)).contains("pickled objects");
  }

  @Test
  void anArrayCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(resource("f8.npy"));
    for (int length = 0; length < whole.length; length++) {
      refusal(write(folder, "cut.npy", Arrays.copyOf(whole, length)), COLUMNS);
    }
    assertThat(refusal(write(folder, "cut.npy", Arrays.copyOf(whole, whole.length - 1)), COLUMNS))
        .isEqualTo(": expected 96 bytes of 4 × 3 elements, found 95: truncated?");
    assertThat(refusal(write(folder, "long.npy", Arrays.copyOf(whole, whole.length + 1)), COLUMNS))
        .startsWith(": holds more than the 96 bytes");
  }

  @Test
  void aHeaderThatPromisesTooMuchIsRefused() {
    String header = "{'descr': '<f8', 'fortran_order': True, 'shape': (2000000000, 3), }\n";
    String file = "\u0093NUMPY\1\0" + (char) header.length() + '\0' + header;
    byte[] bytes = file.getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refusal(write(folder, "huge.npy", bytes), COLUMNS)).contains("truncated?");
  }

  @Test
  void aChangedByteOfAnArchiveIsRefusedOrHarmless() throws IOException {
    TableOptions options = TableOptions.of("grid", "truth").withContinuous("grid");
    for (String name : new String[] {"stored.npz", "deflated.npz"}) {
      byte[] whole = Files.readAllBytes(resource(name));
      double[] expected = numbers(Tables.read(resource(name), options).x().get(0));
      SplittableRandom random = new SplittableRandom(7);
      for (int i = 0; i < 1_000; i++) {
        byte[] bent = whole.clone();
        bent[random.nextInt(bent.length)] ^= (byte) (1 + random.nextInt(255));
        Path file = write(folder, "bent.npz", bent);
        Throwable refused =
            catchThrowable(
                () ->
                    assertThat(numbers(Tables.read(file, options).x().get(0))).isEqualTo(expected));
        if (refused != null) {
          assertThat(refused).isInstanceOf(TableException.class);
          assertThat(refused.getMessage()).startsWith(file.toString()).doesNotContain("\n");
        }
      }
    }
  }
}
