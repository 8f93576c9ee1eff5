package org.steadymi.report.internal.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.steadymi.report.Block;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.Note;
import org.steadymi.report.Report;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/** The charts, grids of charts and tables of a report with a distinct file name for each. */
public final class BlockFiles {
  private static final int LONGEST = 60;

  private final List<Entry> entries = new ArrayList<>();
  private final IdentityHashMap<Block, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();

  /**
   * A chart, grid or table.
   *
   * @param name of its files, without extension: lower-case letters, digits and hyphens
   * @param block the chart, grid or table
   */
  public record Entry(String name, Block block) {}

  /** Names the charts, grids and tables of a report. */
  public BlockFiles(Report report) {
    for (Section section : report.sections()) {
      section.blocks().forEach(block -> collect(section.id(), block));
    }
  }

  /** Returns the charts and tables in reading order, each grid after its charts. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Returns the name of a chart, grid or table of the report. */
  public String name(Block block) {
    return names.get(block);
  }

  private void collect(String section, Block block) {
    if (block instanceof Grid grid) {
      grid.charts().forEach(chart -> enter(section, chart, chart.title()));
      enter(section, grid, "grid");
    } else if (block instanceof Chart chart) {
      enter(section, chart, chart.title());
    } else if (block instanceof Table table) {
      enter(section, table, table.title());
    } else if (!(block instanceof Note)) {
      throw new IllegalArgumentException("unknown block " + block.getClass());
    }
  }

  private void enter(String section, Block block, String title) {
    if (names.containsKey(block)) {
      return;
    }
    String stem = section + "-" + slug(title);
    String name = stem;
    for (int i = 2; !taken.add(name); i++) {
      name = stem + "-" + i;
    }
    entries.add(new Entry(name, block));
    names.put(block, name);
  }

  private static String slug(String title) {
    String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = words.substring(0, Math.min(LONGEST, words.length()));
    String slug = cut.replaceAll("^-|-$", "");
    return slug.isEmpty() ? "block" : slug;
  }
}
