package org.steadymi.benchmarks.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of cells under headings: the first column to the left, the others to the right. */
public final class Table implements Report.Block {
  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  /** A table without rows. */
  public Table(String... headings) {
    this.headings = List.of(headings);
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has not one cell per heading
   */
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(
          "table: expected %d cells, found %d".formatted(headings.size(), cells.length));
    }
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public List<String> text() {
    int[] widths =
        IntStream.range(0, headings.size())
            .map(c -> all().stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    return all().stream()
        .map(
            row ->
                IntStream.range(0, widths.length)
                    .mapToObj(c -> padded(row.get(c), widths[c], c > 0))
                    .collect(Collectors.joining("  "))
                    .stripTrailing())
        .toList();
  }

  @Override
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : all()) {
      lines.add("| " + String.join(" | ", row) + " |");
    }
    lines.add(1, "|---|" + "---:|".repeat(headings.size() - 1));
    return lines;
  }

  private List<List<String>> all() {
    List<List<String>> all = new ArrayList<>(List.of(headings));
    all.addAll(rows);
    return all;
  }

  private static String padded(String cell, int width, boolean right) {
    String padding = " ".repeat(width - cell.length());
    return right ? padding + cell : cell + padding;
  }
}
