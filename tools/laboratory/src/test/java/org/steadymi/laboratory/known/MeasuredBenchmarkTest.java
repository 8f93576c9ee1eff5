package org.steadymi.laboratory.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.report.Cell;

class MeasuredBenchmarkTest {
  private static final Path DOCS = Path.of("..", "..", "docs");
  private static final Path RESULTS = DOCS.resolve("results/known-mi/csv");
  private static final int KSG = 4;
  private static final int INFO_NCE = 6;
  private static final int NEARER = 8;

  @Test
  void everyTaskOf25ColumnsAndMoreAndEverySpiralIsThere() {
    assertThat(rows(0))
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(
            KnownTasks.all().stream()
                .filter(task -> task.xSize() >= 25 || task.id().startsWith("spiral"))
                .map(task -> Cell.of(task.id()))
                .toList());
  }

  @Test
  void nothingIsNearerThanWhatIsExact() {
    assertThat(rows(0)).extracting(row -> row.get(NEARER)).containsOnly(Cell.of("none"));
  }

  @Test
  void bothAreNearerThanWhatIsFarOff() {
    assertThat(rows(-10)).extracting(row -> row.get(NEARER)).containsOnly(Cell.of("KSG, InfoNCE"));
  }

  @Test
  void samplesOfAnotherSizeAreNotCompared() {
    assertThat(MeasuredBenchmark.beside(off(0, PublicBenchmark.ROWS / 2))).isEmpty();
  }

  /** With the estimates of {@code docs/results}. */
  @Test
  void theTableOfThePageHasTheseNumbers() throws IOException {
    List<String> page = Files.readAllLines(DOCS.resolve("known-mi.md"));
    for (List<Cell> row : rows(0)) {
      KnownTask task = KnownTasks.find(((Cell.Text) row.get(0)).text()).orElseThrow();
      String start =
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %s | %.3f | %.3f |",
              task.title(),
              task.mi(),
              published(task),
              number(row, KSG),
              number(row, INFO_NCE));
      assertThat(page).as(start).anyMatch(line -> line.startsWith(start));
    }
  }

  /** Mean estimate and mean |error| over seeds, as the study published them. */
  private static String published(KnownTask task) throws IOException {
    Path file =
        RESULTS.resolve("rows-10000-every-method-and-task-with-the-interval-over-seeds.csv");
    String name = "\"auto, " + task.id() + "\",";
    String[] cells =
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith(name))
            .map(line -> line.substring(name.length()).split(",", -1))
            .findFirst()
            .orElseThrow();
    return String.format(
        Locale.ROOT, "%.3f | %.3f", Double.parseDouble(cells[2]), Double.parseDouble(cells[6]));
  }

  private static double number(List<Cell> row, int column) {
    return ((Cell.Numeric) row.get(column)).number();
  }

  private static List<List<Cell>> rows(double error) {
    return MeasuredBenchmark.beside(off(error, PublicBenchmark.ROWS)).orElseThrow().rows();
  }

  /** Estimates that are all off by as much. */
  private static MethodEstimates off(double error, int rows) {
    return new MethodEstimates(
        "auto",
        rows,
        KnownTasks.all().stream()
            .map(
                task ->
                    new TaskEstimates(
                        task, List.of(new EstimateOutcome(task.mi() + error, 1, Optional.empty()))))
            .toList());
  }
}
