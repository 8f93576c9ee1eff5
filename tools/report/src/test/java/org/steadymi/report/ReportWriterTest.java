package org.steadymi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir private Path folder;

  @Test
  void writesJsonHtmlCsvAndSvgAndNothingElse() throws Exception {
    Path html = ReportWriter.write(folder.resolve("a/b"), small("first"));
    assertThat(html).isEqualTo(folder.resolve("a/b/report.html"));
    assertThat(files(folder.resolve("a/b")).keySet())
        .containsExactly("csv/s-first.csv", "report.html", "results.json", "svg/s-first.svg");
  }

  @Test
  void renderingAgainGivesTheSameBytes() throws Exception {
    ReportWriter.write(folder, SampleReport.create());
    Map<String, String> before = files(folder);
    ReportWriter.write(folder, ReportReader.read(folder));
    assertThat(files(folder)).isEqualTo(before);
  }

  @Test
  void aNewReportReplacesTheFilesOfTheFormerAndNoOthers() throws Exception {
    ReportWriter.write(folder, small("first"));
    Files.writeString(folder.resolve("csv/mine.csv"), "x");
    ReportWriter.write(folder, small("second"));
    assertThat(files(folder).keySet())
        .containsExactly(
            "csv/mine.csv", "csv/s-second.csv", "report.html", "results.json", "svg/s-second.svg");
  }

  @Test
  void refusesAPlaceThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> ReportWriter.write(file, small("t")))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith(file + " cannot be written (")
        .hasMessageEndingWith("name a folder that can be written to")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesAMissingFolder() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> ReportReader.read(missing))
        .isInstanceOf(ReportException.class)
        .hasMessage(missing + " is not a folder: name one that a run has written");
  }

  @Test
  void namesAFolderWithoutResults() {
    assertThatThrownBy(() -> ReportReader.read(folder))
        .isInstanceOf(ReportException.class)
        .hasMessage(folder + " holds no results.json: name a folder that a run has written");
  }

  @Test
  void namesTheFileAndLineOfMalformedResults() throws Exception {
    Path file = Files.writeString(folder.resolve("results.json"), "{\n\"format\" oops");
    assertThatThrownBy(() -> ReportReader.read(folder))
        .isInstanceOf(ReportException.class)
        .hasMessageStartingWith(file + ", line 2: ")
        .hasMessageNotContaining("\n");
  }

  private static Report small(String title) {
    LineChart chart = LineChart.of(title, "x", "y", Series.steps("s", 1, 2));
    return new Report("r", List.of(), Map.of(), List.of(new Section("s", "s", "", List.of(chart))));
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        contents.put(
            root.relativize(path).toString().replace('\\', '/'),
            Files.readString(path, StandardCharsets.UTF_8));
      }
    }
    return contents;
  }
}
