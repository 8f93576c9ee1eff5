package org.steadymi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportJsonTest {

  @Test
  void aReportSurvivesTheWayToJsonAndBack() throws Exception {
    Report report = SampleReport.create();
    assertThat(read(json(report))).isEqualTo(report);
  }

  @Test
  void numbersThatAreNotFiniteSurvive() throws Exception {
    Report report =
        report(
            LineChart.of("t", "x", "y", Series.steps("s", 1, Double.NaN, Double.NEGATIVE_INFINITY)),
            Table.of(
                "t",
                List.of(Column.fixed("a", "", 2), Column.fixed("b", "", 2)),
                List.of(Table.row(Double.NaN, Double.POSITIVE_INFINITY))));
    assertThat(read(json(report))).isEqualTo(report);
  }

  @Test
  void floatsKeepTheirShortForm() {
    assertThat(Values.of(0.1f, 1e-8f)).isEqualTo(Values.of(0.1, 1e-8));
  }

  @Test
  void namesTheLineOfMalformedJson() throws Exception {
    String json = json(SampleReport.create()).replaceFirst("\"summary\" :", "\"summary\"");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("results.json, line 6: no JSON from here on")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aListIsNoReport() {
    assertThatThrownBy(() -> read("[]"))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "results.json, line 1: JSON, but no report; run the command that wrote it again");
  }

  @Test
  void namesTheLineOfAnInvalidValue() throws Exception {
    String json = json(SampleReport.create()).replace("\"one-hot\"", "\"one hot\"");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("line ")
        .hasMessageContaining("section id 'one hot' must be lower-case letters")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesAMissingProperty() throws Exception {
    String json = json(SampleReport.create()).replaceFirst("\"title\" : [^\n]*\n", "");
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("title")
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesAMissingNumber() throws Exception {
    String json = json(SampleReport.create());
    String without = json.replaceFirst("\"min\" : [^,\n]*,", "");
    assertThat(without).isNotEqualTo(json);
    assertThatThrownBy(() -> read(without))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining(".min' is missing, or is not what a report has there")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aCurveWithoutABandNeedNotSaySo() throws Exception {
    Report report = report(LineChart.of("t", "x", "y", Series.steps("s", 1)));
    assertThat(json(report)).doesNotContain("band");
  }

  @Test
  void imagesAreBase64() throws Exception {
    Pixels image = Pixels.of(1, 3, 1, new byte[] {0, 1, (byte) 255});
    Report report =
        report(
            Thumbnails.of(
                "t", Thumbnails.Row.of("r", Thumbnails.Tile.of(image, "").marked(false))));
    assertThat(json(report)).contains("\"AAH/\"").contains("\"wrong\"");
    assertThat(read(json(report))).isEqualTo(report);
    assertThatThrownBy(() -> read(json(report).replace("AAH/", "AAE=")))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("must have 3 bytes, not 2")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesAnUnknownVersionEvenWithAnotherContent() {
    assertThatThrownBy(
            () -> read("{\"format\": \"steadymi-report\", \"version\": 2, \"pages\": []}"))
        .isInstanceOf(ReportException.class)
        .hasMessage(
            "results.json has format version 2, and this program reads version 1: use the program"
                + " that wrote it");
  }

  @Test
  void refusesAnotherFormat() {
    assertThatThrownBy(() -> read("{\"format\": \"other\", \"version\": 1}"))
        .isInstanceOf(ReportException.class)
        .hasMessage("results.json holds no report: it does not name the format 'steadymi-report'");
    assertThatThrownBy(() -> read("{\"rows\": []}")).isInstanceOf(ReportException.class);
    assertThatThrownBy(() -> read("[]")).isInstanceOf(ReportException.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(ReportException.class);
    assertThatThrownBy(() -> read("null")).isInstanceOf(ReportException.class);
  }

  private static Report report(Block... blocks) {
    return new Report(
        "r", List.of(), Map.of(), List.of(new Section("s", "s", "", List.of(blocks))));
  }

  private static String json(Report report) throws Exception {
    return new String(ReportJson.write(report), StandardCharsets.UTF_8);
  }

  private static Report read(String json) {
    return ReportJson.read(json.getBytes(StandardCharsets.UTF_8), "results.json");
  }
}
