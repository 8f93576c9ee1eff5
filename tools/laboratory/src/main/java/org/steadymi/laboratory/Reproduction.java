package org.steadymi.laboratory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.steadymi.datasets.SpecException;
import org.steadymi.laboratory.study.Study;

/**
 * {@code docs/reproduction.md}: published numbers and ours, from the results of finished studies.
 */
public final class Reproduction {
  /** Rows beyond which a table is folded. */
  private static final int LONG = 60;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final String HEAD =
      """
      # Published numbers, and ours

      This page is printed by `./steadymi reproduction docs/results` from the results that lie there, each made by the command
      that stands with it. The folders hold tables and curves as CSV, charts as SVG and everything as JSON. The same command gives
      the same bytes on the same machine, but for the seconds that known-mi measures; on another one, numbers differ by the rounding
      of another processor.

      *Theirs* is a number as it was published, or the range of several runs; where it was read off a figure or comes from an
      implementation other than the authors', its source says so. *Ours* is a mean over n seeds or batches with its 95 % interval from
      Student's t, where n is above 1. The *difference* is ours minus theirs, or minus the nearer end of a range, and 0 inside it.
      All values are in nats unless a row says otherwise.
      """;

  private Reproduction() {}

  /**
   * The page.
   *
   * @param results a folder with the folders of studies in it
   * @throws SpecException with one line, if there are none or one cannot be read
   */
  public static String markdown(Path results) {
    List<Finished> studies = studies(results);
    if (studies.isEmpty()) {
      throw new SpecException(
          results + " holds no folder with a comparison.json, which steadymi experiment writes");
    }
    StringBuilder page = new StringBuilder(HEAD);
    studies.forEach(study -> page.append(section(study)));
    return page.toString();
  }

  /** The results of one study. */
  private record Finished(Path folder, JsonNode study) {
    String name() {
      return study.path("study").asText();
    }
  }

  /** In the order of the catalogue, then of their folders' names. */
  private static List<Finished> studies(Path results) {
    List<String> order = Studies.all().stream().map(Study::name).toList();
    try (Stream<Path> children = Files.list(results)) {
      return children
          .filter(folder -> Files.isRegularFile(folder.resolve(Experiment.COMPARISON)))
          .map(folder -> new Finished(folder, read(folder)))
          .sorted(
              Comparator.comparingInt((Finished f) -> order.indexOf(f.name()))
                  .thenComparing(f -> f.folder.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new SpecException(results + " cannot be read: name a folder of results of studies");
    }
  }

  private static JsonNode read(Path folder) {
    Path file = folder.resolve(Experiment.COMPARISON);
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new SpecException(
          file + " cannot be read: run its study again with --resume, which writes it anew");
    }
  }

  private static String section(Finished finished) {
    Path folder = finished.folder;
    JsonNode study = finished.study;
    StringBuilder text = new StringBuilder("\n## " + study.path("title").asText() + "\n\n");
    text.append("`").append(study.path("command").asText()).append("`\n\n");
    for (JsonNode finding : study.path("findings")) {
      text.append("* ").append(finding.asText()).append('\n');
    }
    for (String picture : pictures(folder)) {
      text.append(
          "\n![%s](results/%s/svg/%s.svg)\n"
              .formatted(picture.replace('-', ' '), folder.getFileName(), picture));
    }
    JsonNode comparisons = study.path("comparisons");
    boolean folded = comparisons.size() > LONG;
    if (folded) {
      text.append("\n<details><summary>").append(comparisons.size()).append(" numbers</summary>\n");
    }
    if (!comparisons.isEmpty()) {
      text.append("\n| | theirs | ours | 95 % interval | n | difference | source |\n");
      text.append("|---|---|---|---|---|---|---|\n");
      comparisons.forEach(comparison -> text.append(row(comparison)));
    }
    if (folded) {
      text.append("\n</details>\n");
    }
    return text.toString();
  }

  /** The combined pictures of a study, or its only ones, without their ending. */
  private static List<String> pictures(Path folder) {
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("svg"))) {
      files
          .map(file -> file.getFileName().toString().replaceFirst("\\.svg$", ""))
          .sorted()
          .forEach(all::add);
    } catch (IOException e) {
      return List.of();
    }
    List<String> grids = all.stream().filter(name -> name.matches(".*-grid(-\\d+)?")).toList();
    return grids.isEmpty() ? all : grids;
  }

  private static String row(JsonNode comparison) {
    JsonNode published = comparison.path("published");
    JsonNode ours = comparison.path("ours");
    double low = number(published, "low");
    double high = number(published, "high");
    double mean = number(ours, "mean");
    double inside = Math.max(low, Math.min(high, mean));
    return Stream.of(
            comparison.path("quantity").asText(),
            low == high ? text(low) : text(low) + " … " + text(high),
            text(mean),
            Double.isFinite(number(ours, "low"))
                ? text(number(ours, "low")) + " … " + text(number(ours, "high"))
                : "–",
            ours.path("n").asText(),
            text(mean - inside),
            published.path("source").asText())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static double number(JsonNode parent, String name) {
    JsonNode node = parent.path(name);
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }

  private static String text(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    boolean plain = Math.abs(value) < 1000 && (value == 0 || Math.abs(value) >= 0.005);
    String text = String.format(Locale.ROOT, plain ? "%.2f" : "%.1e", value);
    return text.replace('-', '−');
  }
}
