package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.steadymi.datasets.tables.TestTables.resource;
import static org.steadymi.datasets.tables.TestTables.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.Rows;

class TableStreamTest {
  private static final StreamColumns AB = columns("a,b", "c", "id", MissingRows.REFUSE);

  @TempDir private Path folder;

  private static StreamColumns columns(String x, String y, String kept, MissingRows missing) {
    return new StreamColumns(Optional.of(x), Optional.of(y), Optional.ofNullable(kept), missing);
  }

  /** Row r of n, from 1, is "id-r", r, r + 0.5, -r. */
  private static RowBatch rows(int from, int to) {
    List<Object> ids = new ArrayList<>();
    for (int row = from; row <= to; row++) {
      ids.add("id-" + row);
    }
    return new RowBatch(
        LongStream.rangeClosed(from, to).toArray(),
        Optional.empty(),
        Optional.empty(),
        List.of(ids));
  }

  private static Rows values(int from, int to) {
    float[] values = new float[3 * (to - from + 1)];
    for (int row = from; row <= to; row++) {
      int at = 3 * (row - from);
      values[at] = row;
      values[at + 1] = row + 0.5f;
      values[at + 2] = -row;
    }
    return new Rows(values, 3);
  }

  private Path table(String name, int from, int to) throws IOException {
    Path file = folder.resolve(name);
    try (TableWriter writer =
        WrittenFormat.of(file)
            .orElseThrow()
            .create(file, List.of(new KeptColumn("id", KeptType.TEXT)), List.of("a", "b", "c"))) {
      writer.write(rows(from, to), values(from, to));
    }
    return file;
  }

  private static List<RowBatch> all(TableStream stream, int most) {
    return Stream.generate(() -> stream.next(most))
        .takeWhile(Optional::isPresent)
        .map(Optional::get)
        .toList();
  }

  private static List<Float> column(List<RowBatch> batches, boolean x, int column) {
    return batches.stream()
        .map(batch -> x ? batch.x().orElseThrow() : batch.y().orElseThrow())
        .flatMap(side -> IntStream.range(0, side.count()).mapToObj(row -> side.at(row, column)))
        .toList();
  }

  private static void assertRows(List<RowBatch> batches, int from, int to) {
    List<Integer> rows = IntStream.rangeClosed(from, to).boxed().toList();
    assertThat(batches.stream().flatMapToLong(b -> LongStream.of(b.numbers())))
        .containsExactlyElementsOf(rows.stream().map(row -> (long) row).toList());
    assertThat(column(batches, true, 0))
        .containsExactlyElementsOf(rows.stream().map(row -> (float) row).toList());
    assertThat(column(batches, true, 1))
        .containsExactlyElementsOf(rows.stream().map(row -> row + 0.5f).toList());
    assertThat(column(batches, false, 0))
        .containsExactlyElementsOf(rows.stream().map(row -> (float) -row).toList());
    assertThat(batches.stream().flatMap(b -> b.kept().get(0).stream()))
        .containsExactlyElementsOf(rows.stream().map(row -> "id-" + row).toList());
  }

  @ParameterizedTest
  @EnumSource(WrittenFormat.class)
  void everyRowComesOnceAndInOrder(WrittenFormat format) throws IOException {
    Path file = table("table" + format.suffix(), 1, 1000);
    try (TableStream stream = TableStream.open(file, AB, CsvOptions.automatic())) {
      assertThat(stream.x()).containsExactly("a", "b");
      assertThat(stream.y()).containsExactly("c");
      assertThat(stream.kept()).containsExactly(new KeptColumn("id", KeptType.TEXT));
      List<RowBatch> batches = all(stream, 300);
      assertThat(batches).extracting(RowBatch::count).containsExactly(300, 300, 300, 100);
      assertRows(batches, 1, 1000);
    }
  }

  @ParameterizedTest
  @EnumSource(WrittenFormat.class)
  void rowsAreSkippedWithinFilesAndAcrossThem(WrittenFormat format) throws IOException {
    table("part-00002" + format.suffix(), 501, 1000);
    table("part-00001" + format.suffix(), 201, 500);
    table("part-00000" + format.suffix(), 1, 200);
    write(folder, "_SUCCESS", "");
    write(folder, ".part-00003.tmp", "half");
    for (int skipped : new int[] {0, 7, 200, 201, 650, 999}) {
      try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
        assertThat(stream.skip(skipped)).isEqualTo(skipped);
        assertRows(all(stream, 128), skipped + 1, 1000);
        assertThat(stream.skip(5)).isZero();
      }
    }
  }

  /** The second is damaged after its rows were counted: whoever opens it fails. */
  @Test
  void filesWhoseRowsAreKnownAreNotOpened() throws IOException {
    table("part-00000.parquet", 1, 200);
    Path second = table("part-00001.parquet", 201, 500);
    table("part-00002.parquet", 501, 1000);
    List<Long> rows;
    try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
      rows = stream.skipAll();
      assertThat(rows).containsExactly(200L, 300L, 500L);
      assertThat(stream.next(1)).isEmpty();
    }
    Files.writeString(second, "no Parquet");
    for (int skipped : new int[] {500, 650, 999, 1000}) {
      try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
        assertThat(stream.skip(skipped, rows)).isEqualTo(skipped);
        assertRows(all(stream, 128), skipped + 1, 1000);
      }
    }
    try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
      assertThat(stream.skip(7, rows)).isEqualTo(7);
      assertThat(stream.next(1).orElseThrow().numbers()).containsExactly(8);
      assertThatThrownBy(() -> stream.skip(200)).isInstanceOf(TableException.class);
    }
  }

  /** As Spark writes them: the last has no text, and so no rows. */
  @Test
  void nothingIsBehindFilesWithoutText() throws IOException {
    Files.writeString(folder.resolve("part-00000.csv"), "a,b,c\n1,2,3\n4,5,6\n");
    Files.writeString(folder.resolve("part-00001.csv"), "");
    StreamColumns all = columns("a,b", "c", null, MissingRows.REFUSE);
    try (TableStream stream = TableStream.open(folder, all, CsvOptions.automatic())) {
      assertThat(stream.skip(2, List.of(2L, 0L))).isEqualTo(2);
      assertThat(stream.next(1)).isEmpty();
    }
  }

  @Test
  void rowGroupsArePassedOver() throws IOException {
    // 16 MiB of row group hold fewer than 1,200,000 rows of 20 bytes and more
    Path file = folder.resolve("table.parquet");
    try (TableWriter writer =
        WrittenFormat.PARQUET.create(
            file, List.of(new KeptColumn("id", KeptType.TEXT)), List.of("a", "b", "c"))) {
      for (int from = 1; from <= 1_200_000; from += 100_000) {
        writer.write(rows(from, from + 99_999), values(from, from + 99_999));
      }
    }
    try (TableStream stream = TableStream.open(file, AB, CsvOptions.automatic())) {
      assertThat(stream.next(10).orElseThrow().numbers()[0]).isEqualTo(1);
      assertThat(stream.skip(1_199_000)).isEqualTo(1_199_000);
      assertRows(all(stream, 400), 1_199_011, 1_200_000);
      assertThat(stream.skip(1)).isZero();
    }
  }

  /** Row groups of 0, 3, 0, 1 and 0 rows. */
  @Test
  void rowGroupsWithoutRowsArePassedOver() {
    StreamColumns i32 =
        new StreamColumns(
            Optional.of("i32"), Optional.empty(), Optional.of("text"), MissingRows.KEEP);
    for (int skipped = 0; skipped <= 4; skipped++) {
      try (TableStream stream =
          TableStream.open(resource("empty-groups.parquet"), i32, CsvOptions.automatic())) {
        assertThat(stream.skip(skipped)).isEqualTo(skipped);
        assertThat(all(stream, 2).stream().flatMapToLong(b -> LongStream.of(b.numbers())))
            .containsExactlyElementsOf(LongStream.rangeClosed(skipped + 1, 4).boxed().toList());
        assertThat(stream.skip(1)).isZero();
      }
    }
  }

  @Test
  void textWithoutAHeaderBeginsWithItsFirstRow() {
    Path file = write(folder, "table.csv", "1,2,3\n4,5,6\n7,8,9\n");
    StreamColumns positions = columns("0-1", "c2", null, MissingRows.REFUSE);
    try (TableStream stream = TableStream.open(file, positions, CsvOptions.automatic())) {
      List<RowBatch> batches = all(stream, 2);
      assertThat(column(batches, true, 0)).containsExactly(1f, 4f, 7f);
      assertThat(column(batches, false, 0)).containsExactly(3f, 6f, 9f);
    }
  }

  @Test
  void arraysAreReadToo() {
    StreamColumns positions = columns("0", "1", null, MissingRows.REFUSE);
    Path file = resource("f8.npy");
    Table whole = Tables.read(file, TableOptions.of("0", "1").withContinuous("0,1"));
    try (TableStream stream = TableStream.open(file, positions, CsvOptions.automatic())) {
      List<RowBatch> batches = all(stream, 1);
      double[] expected = TestTables.numbers(whole.x().get(0));
      assertThat(batches).hasSize(expected.length);
      for (int row = 0; row < expected.length; row++) {
        assertThat(column(batches, true, 0).get(row)).isEqualTo((float) expected[row]);
      }
    }
  }

  @Test
  void keptColumnsOfParquetKeepTheirTypes() {
    StreamColumns kept = columns("i32", "f32", "i64,u64,f64,text,truth,price", MissingRows.KEEP);
    try (TableStream stream =
        TableStream.open(resource("snappy.parquet"), kept, CsvOptions.automatic())) {
      assertThat(stream.kept())
          .extracting(KeptColumn::type)
          .containsExactly(
              KeptType.WHOLE,
              KeptType.TEXT,
              KeptType.NUMBER,
              KeptType.TEXT,
              KeptType.TRUTH,
              KeptType.TEXT);
      RowBatch batch = stream.next(10).orElseThrow();
      assertThat(batch.complete()).containsExactly(0, 2); // row 2 is null
      assertThat(batch.kept())
          .extracting(values -> values.get(0), values -> values.get(1))
          .contains(
              tuple(-9007199254740992L, null),
              tuple("0", null),
              tuple(true, null),
              tuple("1.25", null));
      assertThat(batch.select(2).numbers()).containsExactly(3);
      RowBatch last = stream.next(10).orElseThrow(); // of the second row group
      assertThat(last.numbers()).containsExactly(4);
      assertThat(last.kept().get(1)).containsExactly("18446744073709551615");
    }
  }

  @Test
  void keptColumnsOfArraysAreHandedOnAsTheyAreStored() {
    String kept = "i8,i8_big,u4,u8,grid[0],holes,truth,name,name_big";
    StreamColumns columns =
        new StreamColumns(
            Optional.of("grid[1]"), Optional.empty(), Optional.of(kept), MissingRows.REFUSE);
    try (TableStream stream =
        TableStream.open(resource("deflated.npz"), columns, CsvOptions.automatic())) {
      assertThat(stream.kept())
          .extracting(KeptColumn::type)
          .containsExactly(
              KeptType.WHOLE,
              KeptType.WHOLE,
              KeptType.WHOLE,
              KeptType.TEXT,
              KeptType.FLOAT,
              KeptType.NUMBER,
              KeptType.TRUTH,
              KeptType.TEXT,
              KeptType.TEXT);
      assertThat(stream.skip(1)).isEqualTo(1);
      assertThat(stream.next(9).orElseThrow().kept())
          .isEqualTo(
              List.of(
                  List.of(0L, 1L, Long.MAX_VALUE),
                  List.of(0L, 1L, Long.MAX_VALUE),
                  List.of(0L, 1L, 0xFFFF_FFFFL),
                  List.of("0", "1", "18446744073709551615"),
                  List.of(5f, 15f, 25f),
                  List.of(Double.NaN, 2.5, 3.5),
                  List.of(false, false, true),
                  List.of("äöü", "", "b"),
                  List.of("𝛼", "a", "b")));
    }
  }

  /** An id of text in each of more rows than categories may be, beside infinite numbers. */
  @Test
  void whatIsHandedOnOfArraysNeedNotBeFit() throws IOException {
    int rows = CategoryBuilder.MOST_LEVELS + 1;
    ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * rows).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer ids = ByteBuffer.allocate(6 * Integer.BYTES * rows).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < rows; row++) {
      numbers.putDouble(row % 2 == 0 ? row : Double.NEGATIVE_INFINITY);
      "%06d".formatted(row).chars().forEach(ids::putInt);
    }
    Path file = folder.resolve("ids.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(zip, "x", "<f8", rows, new byte[Double.BYTES * rows]);
      add(zip, "far", "<f8", rows, numbers.array());
      add(zip, "id", "<U6", rows, ids.array());
    }
    StreamColumns columns =
        new StreamColumns(
            Optional.of("x"), Optional.empty(), Optional.of("id,far"), MissingRows.REFUSE);
    try (TableStream stream = TableStream.open(file, columns, CsvOptions.automatic())) {
      assertThat(stream.skip(rows - 2)).isEqualTo(rows - 2);
      assertThat(stream.next(9).orElseThrow().kept())
          .isEqualTo(
              List.of(List.of("099999", "100000"), List.of(Double.NEGATIVE_INFINITY, 100_000.0)));
    }
  }

  private static void add(ZipOutputStream zip, String name, String type, int rows, byte... elements)
      throws IOException {
    String header =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }\n".formatted(type, rows);
    String start = "\u0093NUMPY\1\0" + (char) header.length() + '\0' + header;
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    zip.write(start.getBytes(StandardCharsets.ISO_8859_1));
    zip.write(elements);
  }

  @Test
  void columnsOfArraysAreNumbersAndEquallyLong() {
    Path file = resource("stored.npz");
    assertThat(refusal(file, columns("i1", "i2", "long", MissingRows.REFUSE)))
        .isEqualTo(": column 'long' has 5 rows, expected 4 as 'i1' has");
    assertThat(refusal(file, columns("i1", "long", null, MissingRows.REFUSE)))
        .isEqualTo(": column 'long' has 5 rows, expected 4 as 'i1' has");
    assertThat(refusal(file, columns("name", "i1", null, MissingRows.REFUSE)))
        .isEqualTo(": column 'name' holds text, expected numbers: a model takes nothing else");
    assertThat(refusal(file, columns("i1", "truth", null, MissingRows.REFUSE)))
        .startsWith(": column 'truth' holds truth values");
  }

  private String refusal(Path file, StreamColumns columns) {
    List<String> message = new ArrayList<>();
    assertThatThrownBy(
            () -> {
              try (TableStream stream = TableStream.open(file, columns, CsvOptions.automatic())) {
                all(stream, 2);
              }
            })
        .isInstanceOf(TableException.class)
        .satisfies(refused -> message.add(refused.getMessage()));
    assertThat(message.get(0)).startsWith(file.toString()).doesNotContain("\n");
    return message.get(0).substring(file.toString().length());
  }

  @Test
  void whatIsNoNumberIsRefusedWithItsRow() {
    StreamColumns ab = columns("a", "b", null, MissingRows.REFUSE);
    assertThat(refusal(write(folder, "a.csv", "a,b\n1,2\n3,4\n5,red\n"), ab))
        .isEqualTo(
            ": row 3 (line 4), column 'b': found 'red', expected a number: a model takes nothing else, leave the column out");
    assertThat(refusal(write(folder, "b.csv", "a;b\n1;2\n3;4,5\n"), ab))
        .isEqualTo(
            ": row 2 (line 3), column 'b': found '4,5', expected a number: say --decimal-comma");
    assertThat(refusal(write(folder, "c.csv", "a,b\n1,2\n,4\n"), ab))
        .isEqualTo(
            ": row 2 (line 3), column 'a': the value is missing: mend it, or choose --missing drop or --missing keep");
    assertThat(refusal(write(folder, "d.csv", "a,b\n1,inf\n"), ab))
        .startsWith(": row 1 (line 2), column 'b': found an infinite value");
    assertThat(refusal(write(folder, "e.csv", "a,b\n1,1e300\n"), ab))
        .isEqualTo(
            ": row 1 (line 2), column 'b': 1.0E300 is beyond the range of floats: scale the column");
    assertThat(refusal(write(folder, "f.csv", "a,b\n1,2\n3\n"), ab))
        .startsWith(": row 2 (line 3): found 1 cells, expected 2");
    assertThat(refusal(write(folder, "g.csv", "a,b\n"), ab))
        .isEqualTo(": holds no rows below its header");
    assertThat(refusal(write(folder, "h.csv", ""), ab)).isEqualTo(": holds no rows");
    Path parquet = resource("none.parquet");
    assertThat(refusal(parquet, columns("text", "f32", null, MissingRows.KEEP)))
        .isEqualTo(": column 'text' holds text, expected numbers: a model takes nothing else");
    assertThat(refusal(parquet, columns("f32", "truth", null, MissingRows.KEEP)))
        .startsWith(": column 'truth' holds truth values");
    assertThat(refusal(parquet, columns("f32", "f64", null, MissingRows.REFUSE)))
        .startsWith(": row 2, column 'f32': the value is missing");
  }

  @Test
  void columnsAreChosenOnce() {
    Path file = write(folder, "a.csv", "a,b,id\n1,2,3\n");
    assertThat(refusal(file, columns("a", "a,b", null, MissingRows.REFUSE)))
        .isEqualTo(": column 'a' is in --x and --y");
    assertThat(refusal(file, columns("a", "b", "id,b", MissingRows.REFUSE)))
        .isEqualTo(": column 'b' is in --y and --keep");
    assertThat(refusal(file, columns("a", "d", null, MissingRows.REFUSE)))
        .startsWith(": --y: no column 'd'");
  }

  @Test
  void theFilesOfAFolderHaveTheSameColumns() throws IOException {
    table("part-00000.parquet", 1, 10);
    write(folder, "part-00001.csv", "id,a,b\nid-1,1,2\n");
    try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
      assertThatThrownBy(() -> all(stream, 4))
          .isInstanceOf(TableException.class)
          .hasMessageStartingWith(folder.resolve("part-00001.csv") + ": --y: no column 'c'");
    }
  }

  @Test
  void partsOfTextWithoutRowsArePassedOver() throws IOException {
    write(folder, "part-00000.csv", "");
    write(folder, "part-00001.csv", "id,a,b,c\n");
    table("part-00002.csv", 1, 20);
    write(folder, "part-00003.csv", "\n\n");
    write(folder, "part-00004.csv", "row,id,a,b,c\n");
    table("part-00005.csv", 21, 30);
    write(folder, "part-00006.csv", "a,b,c,id\n");
    write(folder, "part-00007.csv", "");
    assertThat(TableStream.columns(folder, CsvOptions.automatic()))
        .containsExactly("id", "a", "b", "c");
    for (int skipped : new int[] {0, 19, 20, 21, 30}) {
      try (TableStream stream = TableStream.open(folder, AB, CsvOptions.automatic())) {
        assertThat(stream.skip(skipped)).isEqualTo(skipped);
        assertRows(all(stream, 8), skipped + 1, 30);
        assertThat(stream.skip(1)).isZero();
      }
    }
  }

  @Test
  void aFolderOfPartsWithoutRowsIsRefused() {
    write(folder, "part-00000.csv", "");
    assertThat(refusal(folder, AB)).isEqualTo(": holds no rows");
    write(folder, "part-00001.csv", "a,b,c,id\n");
    assertThat(refusal(folder, AB)).isEqualTo(": holds no rows below its header");
  }

  @Test
  void aFolderWithoutPartsIsNoTable() {
    assertThatThrownBy(() -> TableStream.open(folder, AB, CsvOptions.automatic()))
        .isInstanceOf(TableException.class)
        .hasMessage(folder + ": is a folder without files part-*, expected a table");
  }

  @ParameterizedTest
  @EnumSource(WrittenFormat.class)
  void resultsThatAreMissingStayMissing(WrittenFormat format) throws IOException {
    Path file = folder.resolve("results" + format.suffix());
    try (TableWriter writer = format.create(file, List.of(), List.of("a", "b"))) {
      RowBatch batch =
          new RowBatch(new long[] {1, 2}, Optional.empty(), Optional.empty(), List.of());
      writer.write(batch, new Rows(new float[] {1.1f, Float.NaN, -3e-7f, 4}, 2));
    }
    StreamColumns ab = columns("a", "b", "row", MissingRows.KEEP);
    try (TableStream stream = TableStream.open(file, ab, CsvOptions.automatic())) {
      RowBatch batch = stream.next(9).orElseThrow();
      assertThat(batch.x().orElseThrow().values()).containsExactly(1.1f, -3e-7f);
      assertThat(batch.y().orElseThrow().values()).containsExactly(Float.NaN, 4);
      assertThat(batch.complete()).containsExactly(1);
      assertThat(batch.kept().get(0)).extracting(String::valueOf).containsExactly("1", "2");
    }
  }

  @Test
  void aNameIsThatOfOneColumn() {
    Path file = folder.resolve("results.parquet");
    assertThatThrownBy(
            () ->
                WrittenFormat.PARQUET.create(
                    file, List.of(new KeptColumn("score", KeptType.TEXT)), List.of("score")))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "--keep: a column of the results is called 'score', too: rename that of the table");
    assertThat(file).doesNotExist();
  }
}
