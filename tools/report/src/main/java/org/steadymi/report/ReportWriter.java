package org.steadymi.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.steadymi.report.internal.chart.SvgFile;
import org.steadymi.report.internal.csv.BlockFiles;
import org.steadymi.report.internal.csv.CsvText;
import org.steadymi.report.internal.page.HtmlPage;

/** Writes a report into a folder. */
public final class ReportWriter {
  /** The file that holds everything, and from which the others can be made again. */
  static final String JSON_FILE = "results.json";

  private static final String HTML_FILE = "report.html";
  private static final String CSV_FOLDER = "csv";
  private static final String SVG_FOLDER = "svg";

  private ReportWriter() {}

  /**
   * Writes {@code results.json}, {@code report.html}, {@code csv/<section>-<block>.csv} for each
   * chart and table and {@code svg/<section>-<block>.svg} for each chart, with all charts of a grid
   * once more in {@code svg/<section>-grid.svg}. Takes away the CSV and SVG files of the report
   * that was in the folder before. Every file is complete or absent: all are written to a folder
   * beside their places and then moved. The same report gives the same bytes.
   *
   * @param directory where to; made where it is missing
   * @return the HTML file
   * @throws ReportException where the folder cannot be written
   */
  public static Path write(Path directory, Report report) {
    try {
      Files.createDirectories(directory.resolve(CSV_FOLDER));
      Files.createDirectories(directory.resolve(SVG_FOLDER));
      try (Staging staging = Staging.beside(directory)) {
        for (BlockFiles.Entry entry : new BlockFiles(report).entries()) {
          stage(entry, staging);
        }
        staging.add(HTML_FILE, HtmlPage.of(report));
        staging.add(JSON_FILE, ReportJson.write(report));
        removeFormer(directory);
        staging.moveIntoPlace();
      }
    } catch (IOException e) {
      throw new ReportException(
          "%s cannot be written (%s: %s): name a folder that can be written to"
              .formatted(directory, e.getClass().getSimpleName(), e.getMessage()),
          e);
    }
    return directory.resolve(HTML_FILE);
  }

  private static void stage(BlockFiles.Entry entry, Staging staging) throws IOException {
    if (!(entry.block() instanceof Grid)) {
      staging.add(csv(entry), CsvText.of(entry.block()));
    }
    if (entry.block() instanceof Chart chart) {
      staging.add(svg(entry), SvgFile.of(chart));
    } else if (entry.block() instanceof Grid grid) {
      staging.add(svg(entry), SvgFile.of(grid));
    }
  }

  private static String csv(BlockFiles.Entry entry) {
    return CSV_FOLDER + "/" + entry.name() + ".csv";
  }

  private static String svg(BlockFiles.Entry entry) {
    return SVG_FOLDER + "/" + entry.name() + ".svg";
  }

  /** Deletes the CSV and SVG files of a former report, which the new one need not have. */
  private static void removeFormer(Path directory) throws IOException {
    Report former;
    try {
      former = ReportReader.read(directory);
    } catch (ReportException e) {
      return;
    }
    for (BlockFiles.Entry entry : new BlockFiles(former).entries()) {
      Files.deleteIfExists(directory.resolve(csv(entry)));
      Files.deleteIfExists(directory.resolve(svg(entry)));
    }
  }
}
