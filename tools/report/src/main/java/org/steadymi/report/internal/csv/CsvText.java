package org.steadymi.report.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.steadymi.report.Band;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.DotChart;
import org.steadymi.report.HeatMap;
import org.steadymi.report.Histogram;
import org.steadymi.report.LineChart;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Series;
import org.steadymi.report.Table;
import org.steadymi.report.Thumbnails;

/**
 * The numbers of a chart or table as CSV (RFC 4180 with a line feed as line end), in full precision
 * and one observation a row. Numbers that are not finite are {@code NaN}, {@code Infinity} and
 * {@code -Infinity}.
 */
public final class CsvText {
  private CsvText() {}

  /** Returns the text of a chart or table. */
  public static String of(Block block) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(block, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Block block, CsvWriter csv) {
    if (block instanceof LineChart chart) {
      write(chart, csv);
    } else if (block instanceof DotChart chart) {
      write(chart, csv);
    } else if (block instanceof Histogram chart) {
      write(chart, csv);
    } else if (block instanceof HeatMap chart) {
      write(chart, csv);
    } else if (block instanceof ScatterChart chart) {
      write(chart, csv);
    } else if (block instanceof Thumbnails chart) {
      write(chart, csv);
    } else if (block instanceof Table table) {
      write(table, csv);
    } else {
      throw new IllegalArgumentException("no numbers in " + block.getClass().getSimpleName());
    }
  }

  private static void write(LineChart chart, CsvWriter csv) {
    boolean bands = chart.series().stream().anyMatch(series -> series.band() != null);
    List<String> header =
        List.of("series", chart.axes().x().label(), chart.axes().y().label(), "low", "high");
    csv.writeRecord(header.subList(0, bands ? 5 : 3));
    for (Series series : chart.series()) {
      for (int i = 0; i < series.x().size(); i++) {
        csv.writeRecord(point(series, i).subList(0, bands ? 5 : 3));
      }
    }
  }

  private static List<String> point(Series series, int i) {
    Band band = series.band();
    return List.of(
        series.name(),
        text(series.x().get(i)),
        text(series.y().get(i)),
        text(band == null ? Double.NaN : band.low().get(i)),
        text(band == null ? Double.NaN : band.high().get(i)));
  }

  private static void write(DotChart chart, CsvWriter csv) {
    csv.writeRecord("group", "category", chart.axis().label(), "low", "high");
    for (DotChart.Group group : chart.groups()) {
      for (DotChart.Dot dot : group.dots()) {
        csv.writeRecord(
            group.name(), dot.category(), text(dot.value()), text(dot.low()), text(dot.high()));
      }
    }
  }

  private static void write(Histogram chart, CsvWriter csv) {
    csv.writeRecord("set", "from", "to", chart.axes().y().label());
    for (Histogram.Bins bins : chart.sets()) {
      for (int i = 0; i < bins.heights().size(); i++) {
        csv.writeRecord(
            bins.name(),
            text(bins.edges().get(i)),
            text(bins.edges().get(i + 1)),
            text(bins.heights().get(i)));
      }
    }
  }

  private static void write(HeatMap chart, CsvWriter csv) {
    HeatMap.Side columns = chart.sides().columns();
    HeatMap.Side rows = chart.sides().rows();
    HeatMap.Cells cells = chart.cells();
    int fields = cells.notes().isEmpty() ? 3 : 4;
    String value = chart.colours().axis().label();
    csv.writeRecord(List.of(rows.label(), columns.label(), value, "note").subList(0, fields));
    for (int i = 0; i < rows.names().size(); i++) {
      for (int j = 0; j < columns.names().size(); j++) {
        String number = text(cells.values().get(i).get(j));
        List<String> record =
            List.of(rows.names().get(i), columns.names().get(j), number, cells.note(i, j));
        csv.writeRecord(record.subList(0, fields));
      }
    }
  }

  private static void write(ScatterChart chart, CsvWriter csv) {
    boolean labelled = chart.groups().stream().anyMatch(group -> !group.labels().isEmpty());
    int fields = labelled ? 4 : 3;
    String x = chart.axes().x().label();
    csv.writeRecord(List.of("group", x, chart.axes().y().label(), "label").subList(0, fields));
    for (ScatterChart.Group group : chart.groups()) {
      for (int i = 0; i < group.size(); i++) {
        String y = text(group.y().get(i));
        List<String> record = List.of(group.name(), text(group.x().get(i)), y, group.label(i));
        csv.writeRecord(record.subList(0, fields));
      }
    }
  }

  /** The pixels are in the JSON file. */
  private static void write(Thumbnails chart, CsvWriter csv) {
    csv.writeRecord("row", "label", "position", "caption", "mark");
    for (int i = 0; i < chart.rows().size(); i++) {
      Thumbnails.Row row = chart.rows().get(i);
      for (int j = 0; j < row.tiles().size(); j++) {
        Thumbnails.Tile tile = row.tiles().get(j);
        String mark = tile.mark().name().toLowerCase(Locale.ROOT);
        csv.writeRecord(text(i + 1), row.label(), text(j + 1), tile.caption(), mark);
      }
    }
  }

  private static void write(Table table, CsvWriter csv) {
    csv.writeRecord(table.columns().stream().map(Column::header).toList());
    for (List<Cell> row : table.rows()) {
      csv.writeRecord(row.stream().map(CsvText::text).toList());
    }
  }

  private static String text(Cell cell) {
    return cell instanceof Cell.Text words ? words.text() : text(((Cell.Numeric) cell).number());
  }

  /** The shortest text that reads back as the same double; whole numbers without a point. */
  private static String text(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
