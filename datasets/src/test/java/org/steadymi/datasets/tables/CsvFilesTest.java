package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.steadymi.datasets.tables.TestTables.levels;
import static org.steadymi.datasets.tables.TestTables.numbers;
import static org.steadymi.datasets.tables.TestTables.refusal;
import static org.steadymi.datasets.tables.TestTables.resource;
import static org.steadymi.datasets.tables.TestTables.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFilesTest {
  private static final TableOptions A_B = TableOptions.of("a", "b");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"pandas.csv", "pandas.tsv.gz", "pandas-german.csv"})
  void pandasFilesAreReadAsPandasWroteThem(String name) {
    CsvOptions csv = CsvOptions.automatic();
    Table table =
        Tables.read(
            resource(name),
            TableOptions.of("age,\"weight, kg\"", "smokes")
                .withMissing(Missing.DROP)
                .withCsv(name.contains("german") ? csv.withDecimalComma() : csv));
    assertThat(numbers(table.x().get(0))).containsExactly(31, 57);
    assertThat(numbers(table.x().get(1))).containsExactly(70.5, 64);
    assertThat(levels(table.y().get(0))).containsExactly("True", "False");
  }

  @Test
  void theFirstRowNamesColumnsIfItHoldsNoNumber() {
    Path named = write(folder, "named.csv", "a,b\n1.5,x\n2.5,y\n");
    Path bare = write(folder, "bare.csv", "1.5,x\n2.5,y\n");
    assertThat(Tables.columns(named, CsvOptions.automatic())).containsExactly("a", "b");
    assertThat(Tables.columns(bare, CsvOptions.automatic())).containsExactly("c0", "c1");
    assertThat(Tables.read(named, A_B).notes().get(0)).startsWith("the first row names");
    Table table = Tables.read(bare, TableOptions.of("0", "c1"));
    assertThat(numbers(table.x().get(0))).containsExactly(1.5, 2.5);
    assertThat(levels(table.y().get(0))).containsExactly("x", "y");
    assertThat(table.notes().get(0)).startsWith("no header");
  }

  @Test
  void theUserCanSayWhetherThereIsAHeader() {
    Path years = write(folder, "years.csv", "2019,2020\n1.5,x\n");
    Path text = write(folder, "text.csv", "p,q\nr,s\n");
    CsvOptions csv = CsvOptions.automatic();
    Table named =
        Tables.read(years, TableOptions.of("2019", "2020").withCsv(csv.withHeader(Header.YES)));
    assertThat(numbers(named.x().get(0))).containsExactly(1.5);
    Table bare = Tables.read(text, TableOptions.of("0", "1").withCsv(csv.withHeader(Header.NO)));
    assertThat(levels(bare.x().get(0))).containsExactly("p", "r");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"','", "';'", "'\t'", "'|'"},
      ignoreLeadingAndTrailingWhitespace = false)
  void theDelimiterIsFound(String delimiter) {
    Path file =
        write(
            folder,
            "d.csv",
            "a,b\n0.5,\"p;,|\tq\"\n1.5,r\n"
                .replaceAll(",(?=[b\"r])", Matcher.quoteReplacement(delimiter)));
    Table table = Tables.read(file, A_B);
    assertThat(numbers(table.x().get(0))).containsExactly(0.5, 1.5);
    assertThat(levels(table.y().get(0))).containsExactly("p;,|\tq", "r");
  }

  @Test
  void theUserCanSayTheDelimiter() {
    Path file = write(folder, "d.txt", "a:b\n0.5:x\n");
    CsvOptions csv = CsvOptions.automatic().withDelimiter(':');
    assertThat(levels(Tables.read(file, A_B.withCsv(csv)).y().get(0))).containsExactly("x");
  }

  @Test
  void decimalCommasWithoutAHeader() {
    Path file = write(folder, "d.csv", "1,5;2,5\n-3,25;4\n");
    TableOptions options =
        TableOptions.of("0", "1").withCsv(CsvOptions.automatic().withDecimalComma());
    assertThat(numbers(Tables.read(file, options).x().get(0))).containsExactly(1.5, -3.25);
  }

  @Test
  void quotesBlankLinesLineEndsAndTheMarkOfUtf8() {
    Path file =
        write(
            folder, "q.csv", "\ufeff\"a\" ,b\r\n\r\n 1.5 ,\"two\r\nlines \"\"x\"\"\"\r\n\r\n2.5,ü");
    Table table = Tables.read(file, A_B);
    assertThat(numbers(table.x().get(0))).containsExactly(1.5, 2.5);
    assertThat(levels(table.y().get(0))).containsExactly("two\r\nlines \"x\"", "ü");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b\\n"
            + "1.5,x\\n"
            + "abc,y\\n"
            + " | row 2 (line 3), column 'a': found 'abc', expected a number as in the rows before:"
            + " mend it, or name the column in --categorical",
        "a,b\\n"
            + "1.5,x\\n"
            + "2.5,3\\n"
            + " | row 2 (line 3), column 'b': found the number 3, expected text as in the rows"
            + " before: mend it",
        "a,b\\n"
            + "\\n"
            + "1.5,x\\n"
            + "-inf,y\\n"
            + " | row 2 (line 4), column 'a': found an infinite value, expected a finite number",
        "a,b\\n1.5,x\\n2.5\\n | row 2 (line 3): found 1 cells, expected 2 between separators ','",
        "a,b\\n"
            + "1.5,x\\n"
            + "2.5,y,z\\n"
            + " | row 2 (line 3): found 3 cells, expected 2 between separators ','",
        "a,b\\n"
            + "1.5,x\\n"
            + "2.5,\"y\\n"
            + " | Unclosed quoted field at end of input (record starting at line 3)",
        "a;b\\n"
            + "1,5;x\\n"
            + " | row 1 (line 2), column 'a': found '1,5': if this is a number, say"
            + " --decimal-comma",
        "a;b\\n"
            + "1,500;x\\n"
            + " | found '1,500': if this is a number, take each ',' out if it separates thousands, else"
            + " say --decimal-comma",
        "a;b\\n"
            + "950;x\\n"
            + "1,234,500;x\\n"
            + " | row 2 (line 3), column 'a': found '1,234,500', expected a number as in the rows before:"
            + " take each ',' out if it separates thousands, or name the column in --categorical",
        "a,b\\n1.5,\\n2.5,NA\\n | column 'b' is empty: all its values are missing",
        "a,b\\n | holds no rows below its header",
        "a,c\\n1,2\\n | --y: no column 'b', columns: a, c",
      })
  void damagedTextIsRefusedWhereItIsDamaged(String text, String expected) {
    Path file = write(folder, "bad.csv", text.replace("\\n", "\n"));
    assertThat(refusal(file, A_B)).contains(expected);
  }

  @Test
  void filesThatAreNoTablesAreRefused() {
    assertThat(refusal(folder.resolve("none.csv"), A_B))
        .isEqualTo(": no such file, expected a table");
    assertThat(refusal(folder, A_B)).isEqualTo(": is no file");
    assertThat(refusal(write(folder, "e.csv", ""), A_B)).isEqualTo(": holds no rows");
    assertThat(refusal(write(folder, "z.csv", new byte[100]), A_B)).startsWith(": is no table");
    assertThat(
            refusal(
                write(folder, "l1.csv", "a,b\nä,1\n".getBytes(StandardCharsets.ISO_8859_1)), A_B))
        .startsWith(": is not UTF-8 text");
    assertThat(
            refusal(write(folder, "u16.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16)), A_B))
        .isEqualTo(": is UTF-16 text, expected UTF-8: save it as UTF-8");
    assertThat(refusal(write(folder, "t.npy", "a,b\n1,2\n"), A_B)).startsWith(": does not begin");
  }

  @Test
  void aGzipFileCutAnywhereIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("a,b\n1.5,x\n2.5,y\n3.5,x\n".getBytes(StandardCharsets.UTF_8));
    }
    byte[] whole = packed.toByteArray();
    assertThat(Tables.read(write(folder, "w.csv.gz", whole), A_B).rows()).isEqualTo(3);
    for (int length = 2; length < whole.length; length++) {
      Path cut = write(folder, "cut.csv.gz", Arrays.copyOf(whole, length));
      assertThat(refusal(cut, A_B)).isEqualTo(": ends too early: truncated?");
    }
    whole[whole.length - 6] ^= 1; // of the checksum
    assertThat(refusal(write(folder, "bent.csv.gz", whole), A_B)).contains("damaged packed data");
  }

  @Test
  void columnsNobodyWantsMayHoldAnything() {
    Path file = write(folder, "m.csv", "a,junk,b\n1.5,3,x\n2.5,oops,y\n");
    assertThat(Tables.read(file, A_B).rows()).isEqualTo(2);
  }

  @Test
  void theUserCanSayWhatAColumnHolds() {
    Path file = write(folder, "k.csv", "a,b,c\n1.5,250,1\n2.5,V27,2\n");
    Table table = Tables.read(file, TableOptions.of("a", "b,c").withCategorical("b"));
    assertThat(levels(table.y().get(0))).containsExactly("250", "V27");
    assertThat(table.y().get(0).how()).isEqualTo("named in --categorical");
    Table numbers = Tables.read(file, TableOptions.of("a", "c").withContinuous("c"));
    assertThat(numbers.y().get(0).kind()).isEqualTo(ColumnKind.CONTINUOUS);
    assertThat(refusal(file, TableOptions.of("a", "b").withContinuous("b")))
        .contains(
            "row 2 (line 3), column 'b': found 'V27', expected a number as --continuous says");
    assertThat(refusal(file, A_B.withCategorical("c")))
        .isEqualTo(": column 'c' is in --categorical and in neither --x nor --y");
    assertThat(refusal(file, A_B.withCategorical("a").withContinuous("a")))
        .isEqualTo(": column 'a' is in --categorical and --continuous");
  }

  @Test
  void aColumnOnBothSidesIsRefused() {
    Path file = write(folder, "s.csv", "a,b\n1.5,2\n");
    assertThat(refusal(file, TableOptions.of("a,b", "1")))
        .startsWith(": column 'b' is in --x and --y");
  }

  @Test
  void levelsAreInOrder() {
    Path file = write(folder, "o.csv", "a,b,c\n10,z,1.5\n9,Z,2.5\n-1,y,3.5\n");
    Table table = Tables.read(file, TableOptions.of("a,b", "c").withCategorical("a"));
    assertThat(((Column.Categories) table.x().get(0)).levels()).containsExactly("-1", "9", "10");
    assertThat(((Column.Categories) table.x().get(1)).levels()).containsExactly("Z", "y", "z");
  }

  @Test
  void tooManyCategoriesAreRefusedEarly() {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i <= CategoryBuilder.MOST_LEVELS; i++) {
      text.append("n").append(i).append(",1.5\n");
    }
    assertThat(refusal(write(folder, "many.csv", text.toString()), A_B))
        .isEqualTo(
            ": column 'a' has more than 100,000 different values by row 100,001, too many for"
                + " categories: an id?");
  }

  @Test
  void optionsThatContradictAreRefused() {
    CsvOptions comma = CsvOptions.automatic().withDecimalComma();
    assertThat(List.of(';', '\t')).allSatisfy(d -> assertThat(comma.withDelimiter(d)).isNotNull());
    assertThatThrownBy(() -> comma.withDelimiter(','))
        .hasMessageStartingWith("delimiter: a comma is the decimal sign already");
  }
}
