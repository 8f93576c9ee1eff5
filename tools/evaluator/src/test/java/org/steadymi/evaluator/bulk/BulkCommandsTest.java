package org.steadymi.evaluator.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.datasets.tables.CsvOptions;
import org.steadymi.datasets.tables.KeptColumn;
import org.steadymi.datasets.tables.KeptType;
import org.steadymi.datasets.tables.MissingRows;
import org.steadymi.datasets.tables.RowBatch;
import org.steadymi.datasets.tables.StreamColumns;
import org.steadymi.datasets.tables.TableStream;
import org.steadymi.datasets.tables.TableWriter;
import org.steadymi.datasets.tables.WrittenFormat;
import org.steadymi.evaluator.Critic;
import org.steadymi.evaluator.OneLineErrors;
import org.steadymi.evaluator.models.ExactCritic;
import org.steadymi.evaluator.models.Models;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.PlaceLock;
import org.steadymi.savedmodels.proto.Manifest;
import picocli.CommandLine;

class BulkCommandsTest {
  private static final int ROWS = 250;
  private static final float OFFSET = 0.5f;
  private static final Pairs PAIRS = Models.SOURCE.pairs(Split.REPORT, 3, ROWS);
  private static final List<String> NAMES = List.of("x0", "x1", "y0", "y1");

  @TempDir private static Path models;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void exportModel() {
    Manifest.Builder manifest = Models.manifest("js").toBuilder();
    manifest
        .getPmiBuilder()
        .setIdentification(Manifest.Pmi.Identification.EXACT)
        .setOffset(OFFSET)
        .setOffsetSource("theory");
    model =
        Models.export(
            models.resolve("model"),
            new ExactCritic(Models.SOURCE, OFFSET, true),
            manifest.build());
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Object verb, Object... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code =
        OneLineErrors.install(new CommandLine(verb))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Run(code, out.toString(), err.toString());
  }

  private static Run score(Object... arguments) {
    return run(new ScoreCommand(), arguments);
  }

  private static void assertRefused(Run run, String line) {
    assertThat(run.err()).isEqualTo("steadymi: " + line + System.lineSeparator());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  /** The pairs as a table with an id; the row of a missing value, from 0, or -1. */
  private Path table(WrittenFormat format, int missing) throws IOException {
    Path file = folder.resolve("table" + missing + format.suffix());
    float[] values = new float[ROWS * 4];
    List<Object> ids = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < 2; column++) {
        values[4 * row + column] = PAIRS.x().at(row, column);
        values[4 * row + 2 + column] = PAIRS.y().at(row, column);
      }
      ids.add("id-" + row);
    }
    if (missing >= 0) {
      values[4 * missing + 2] = Float.NaN;
    }
    try (TableWriter writer =
        format.create(file, List.of(new KeptColumn("id", KeptType.TEXT)), NAMES)) {
      long[] numbers = IntStream.rangeClosed(1, ROWS).mapToLong(row -> row).toArray();
      writer.write(
          new RowBatch(numbers, Optional.empty(), Optional.empty(), List.of(ids)),
          new Rows(values, 4));
    }
    return file;
  }

  /** Results read back: numbers, kept values and the named columns of every row. */
  private record Found(List<Object> rows, List<Object> ids, List<Float> values) {}

  private static Found read(Path results, String columns, boolean id) {
    var found = new Found(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var chosen =
        new StreamColumns(
            Optional.of(columns),
            Optional.empty(),
            Optional.of(id ? "row,id" : "row"),
            MissingRows.KEEP);
    try (TableStream stream = TableStream.open(results, chosen, CsvOptions.automatic())) {
      for (var batch = stream.next(64); batch.isPresent(); batch = stream.next(64)) {
        batch.get().kept().get(0).forEach(row -> found.rows().add(Long.valueOf(row.toString())));
        if (id) {
          found.ids().addAll(batch.get().kept().get(1));
        }
        for (float value : batch.get().x().orElseThrow().values()) {
          found.values().add(value);
        }
      }
    }
    return found;
  }

  /** The diagonal of the evaluator's score matrix of each pair with itself. */
  private static List<Float> expected() {
    List<Float> scores = new ArrayList<>();
    try (Critic critic = Critic.load(model, LoadOptions.DEFAULT)) {
      float[] matrix = critic.scores(PAIRS.x(), PAIRS.y());
      for (int row = 0; row < ROWS; row++) {
        scores.add(matrix[row * ROWS + row]);
        scores.add(matrix[row * ROWS + row] - OFFSET);
      }
    }
    return scores;
  }

  private static void assertScores(List<Float> found) {
    List<Float> expected = expected();
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      // both round a sum of a few float terms of a size of at most some ten nats
      assertThat((double) found.get(i)).isCloseTo(expected.get(i), within(1e-4));
    }
  }

  @ParameterizedTest
  @EnumSource(WrittenFormat.class)
  void everyRowHasTheScoresOfTheEvaluator(WrittenFormat format) throws IOException {
    Path out = folder.resolve("scores" + format.suffix());
    Run run =
        score(
            model,
            "--data",
            table(format, -1),
            "--out",
            out,
            "--x",
            "x0,x1",
            "--y",
            "y0:y1",
            "--keep",
            "id",
            "--batch",
            64);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo(out + ": 250 rows" + System.lineSeparator());
    Found found = read(out, "score,pmi", true);
    assertThat(found.rows())
        .isEqualTo(IntStream.rangeClosed(1, ROWS).mapToObj(row -> (Object) (long) row).toList());
    assertThat(found.ids())
        .isEqualTo(IntStream.range(0, ROWS).mapToObj(row -> (Object) ("id-" + row)).toList());
    assertScores(found.values());
  }

  @Test
  void textAndParquetGiveTheSameBits() throws IOException {
    Path parquet = folder.resolve("scores.parquet");
    Path csv = folder.resolve("scores.csv");
    for (WrittenFormat format : WrittenFormat.values()) {
      Path out = format == WrittenFormat.CSV ? csv : parquet;
      score(model, "--data", table(format, -1), "--out", out, "--x", "x0:x1", "--y", "y0:y1");
    }
    assertThat(read(csv, "score,pmi", false)).isEqualTo(read(parquet, "score,pmi", false));
  }

  @Test
  void aFolderIsResumedToTheSameBytes() throws IOException {
    Path data = table(WrittenFormat.PARQUET, -1);
    Path out = folder.resolve("scores");
    Object[] command = {
      model, "--data", data, "--out", out, "--x", "x0:x1", "--y", "y0:y1", "--part-rows", 100
    };
    assertThat(score(command).code()).isZero();
    assertThat(out.resolve("_SUCCESS")).exists();
    assertScores(read(out, "score,pmi", false).values());
    byte[] second = Files.readAllBytes(out.resolve("part-00001.parquet"));

    assertRefused(
        score(command), out + " is there already and complete; use --overwrite to replace it");
    Files.delete(out.resolve("_SUCCESS"));
    Files.delete(out.resolve("part-00001.parquet"));
    Files.writeString(out.resolve(".part-00002.parquet.left.tmp"), "half");
    FileTime begun = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(out.resolve("_settings"), begun);
    Run resumed = score(command);
    assertThat(resumed.out())
        .isEqualTo(
            out + ": 100 rows, and the parts of 150 rows that were there" + System.lineSeparator());
    assertThat(out.resolve("part-00001.parquet")).hasBinaryContent(second);
    assertThat(out.resolve("_SUCCESS")).exists();
    assertThat(out.resolve(".part-00002.parquet.left.tmp")).doesNotExist();
    assertThat(Files.getLastModifiedTime(out.resolve("_settings"))).isEqualTo(begun);

    Files.delete(out.resolve("_SUCCESS"));
    Object[] other = command.clone();
    other[other.length - 1] = 50;
    assertRefused(
        score(other),
        out
            + " was begun with another model, other data or other options; use --overwrite to begin anew");
    List<Object> overwriting = new ArrayList<>(List.of(other));
    overwriting.add("--overwrite");
    assertThat(score(overwriting.toArray()).code()).isZero();
    assertThat(out.resolve("part-00004.parquet")).exists();
    assertScores(read(out, "score,pmi", false).values());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--signature=score", "--signature=score --x-input=y --y-input=x"})
  void aFolderIsNotResumedWithAnotherReadingOfTheModel(String reading) throws IOException {
    Path out = folder.resolve("scores");
    List<Object> command = new ArrayList<>(List.of(model, "--data", table(WrittenFormat.CSV, -1)));
    command.addAll(List.of("--out", out, "--x", "x0:x1", "--y", "y0:y1", "--part-rows", 100));
    assertThat(score(command.toArray()).code()).isZero();
    Files.delete(out.resolve("_SUCCESS"));
    Files.delete(out.resolve("part-00001.parquet"));
    command.addAll(List.of(reading.split(" ")));
    assertRefused(
        score(command.toArray()),
        out
            + " was begun with another model, other data or other options; use --overwrite to begin anew");
    assertThat(out.resolve("part-00001.parquet")).doesNotExist();
  }

  /** Its folder keeps its time. */
  @Test
  void aFolderIsNotResumedWithAModelThatWasWrittenOver() throws IOException {
    Path copy = folder.resolve("model");
    PathUtils.copyDirectory(model, copy);
    Path out = folder.resolve("scores");
    Object[] command = {
      copy, "--data", table(WrittenFormat.CSV, -1), "--out", out, "--x", "x0:x1", "--y", "y0:y1"
    };
    assertThat(score(command).code()).isZero();
    Files.delete(out.resolve("_SUCCESS"));
    FileTime before = Files.getLastModifiedTime(copy);
    Files.setLastModifiedTime(
        copy.resolve("saved_model.pb"), FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(Files.getLastModifiedTime(copy)).isEqualTo(before);
    assertRefused(
        score(command),
        out
            + " was begun with another model, other data or other options; use --overwrite to begin anew");
  }

  @ParameterizedTest
  @ValueSource(strings = {"scores", "scores.csv"})
  void twoRunsAreNotAtWorkInOnePlace(String name) throws IOException {
    Path out = folder.resolve(name);
    Path written = folder.resolve(".scores.csv.theirs.tmp");
    Object[] command = {
      model, "--data", table(WrittenFormat.CSV, -1), "--out", out, "--x", "x0:x1", "--y", "y0:y1"
    };
    if (name.equals("scores")) {
      Files.createDirectory(out);
    }
    PlaceLock other = PlaceLock.on(out);
    try (other) {
      Files.writeString(written, "half");
      assertRefused(
          score(command),
          out + " is in use by another run: wait for it, or name another place with --out");
      assertThat(written).exists();
    }
    assertThat(score(command).code()).isZero();
    try (var left = Files.walk(folder)) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".lock"));
    }
  }

  @Test
  void aFileIsReplacedOnRequestOnly() throws IOException {
    Path out = Files.writeString(folder.resolve("scores.csv"), "mine");
    Path left = Files.writeString(folder.resolve(".scores.csv.left.tmp"), "half");
    Path data = table(WrittenFormat.CSV, -1);
    Object[] command = {model, "--data", data, "--out", out, "--x", "x0:x1", "--y", "y0:y1"};
    assertRefused(score(command), out + " is there already; use --overwrite to replace it");
    assertThat(out).hasContent("mine");
    List<Object> overwriting = new ArrayList<>(List.of(command));
    overwriting.add("--overwrite");
    assertThat(score(overwriting.toArray()).code()).isZero();
    assertScores(read(out, "score,pmi", false).values());
    assertThat(left).doesNotExist();
  }

  @Test
  void missingValuesAreRefusedDroppedOrKept() throws IOException {
    Path data = table(WrittenFormat.CSV, 7);
    Path out = folder.resolve("scores.csv");
    List<Object> command =
        List.of(model, "--data", data, "--out", out, "--x", "x0:x1", "--y", "y0:y1");
    assertRefused(
        score(command.toArray()),
        data
            + ": row 8 (line 9), column 'y0': the value is missing: mend it, or choose --missing drop or --missing keep");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(data);
    }
    List<Object> dropping = new ArrayList<>(command);
    dropping.addAll(List.of("--missing", "drop"));
    assertThat(score(dropping.toArray()).out())
        .isEqualTo(out + ": 249 rows, 1 left out for missing values" + System.lineSeparator());
    assertThat(read(out, "score", false).rows()).hasSize(ROWS - 1).doesNotContain(8L);
    List<Object> keeping = new ArrayList<>(command);
    keeping.addAll(List.of("--missing", "keep", "--overwrite"));
    assertThat(score(keeping.toArray()).code()).isZero();
    List<Float> kept = read(out, "score", false).values();
    assertThat(kept).hasSize(ROWS);
    assertThat(kept.get(7)).isNaN();
    assertThat(kept.get(8)).isNotNaN();
  }

  @Test
  void columnsMustBeAsManyAsTheModelTakes() throws IOException {
    Path data = table(WrittenFormat.CSV, -1);
    Path out = folder.resolve("scores.csv");
    assertRefused(
        score(model, "--data", data, "--out", out, "--x", "x0:x1", "--y", "y0"),
        data + ": the model takes 2 values of y, --y chooses 1 columns");
    assertRefused(
        score(model, "--data", data, "--out", out),
        data
            + ": the model takes 2 values of x and 2 of y, the table has 6 columns; say which with --x and --y");
    assertRefused(
        score(model, "--data", data, "--out", out, "--x", "x0:x1"),
        data + ": the model takes 2 values of y; name their columns with --y");
    assertRefused(
        score(model, "--data", data, "--out", out, "--part-rows", 100),
        "--part-rows: %s is one file; leave it out, or name a folder".formatted(out));
    assertRefused(
        score(model, "--data", data, "--out", out, "--x", "x0,id", "--y", "y0:y1"),
        data
            + ": row 1 (line 2), column 'id': found 'id-0', expected a number: a model takes nothing else, leave the column out");
    assertRefused(
        score(model, "--data", data, "--out", data, "--x", "x0:x1", "--y", "y0:y1"),
        "--out: %s is the data itself; name another".formatted(data));
    assertRefused(
        score(
            model,
            "--data",
            data,
            "--out",
            folder.resolve("s.json"),
            "--x",
            "x0:x1",
            "--y",
            "y0:y1"),
        folder.resolve("s.json")
            + ": expected a name that ends in .parquet or .csv, or that of a folder without a dot");
    assertThat(out).doesNotExist();
  }

  @Test
  void featuresAreThoseOfTheEncoder() throws IOException {
    Path out = folder.resolve("features.parquet");
    Run run =
        run(
            new EncodeCommand(),
            model,
            "--data",
            table(WrittenFormat.PARQUET, -1),
            "--out",
            out,
            "--x",
            "x0:x1");
    assertThat(run.err()).isEmpty();
    List<Float> doubled = new ArrayList<>();
    for (float value : PAIRS.x().values()) {
      doubled.add(value + value);
    }
    assertThat(read(out, "fx0,fx1", false).values()).isEqualTo(doubled);
  }

  @Test
  void whatTheModelCannotEncodeIsRefused() throws IOException {
    Path data = table(WrittenFormat.CSV, -1);
    assertRefused(
        run(
            new EncodeCommand(),
            model,
            "--data",
            data,
            "--out",
            folder.resolve("features.csv"),
            "--x",
            "x0:x1",
            "--y",
            "y0:y1"),
        model
            + ": has no encoder of y; name the columns of what it encodes, or use another critic");
  }
}
