package org.steadymi.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.steadymi.report.internal.csv.BlockFiles;
import org.steadymi.report.internal.csv.CsvText;
import org.steadymi.report.internal.page.HtmlPage;

/** Writes a report into a folder. */
public final class ReportWriter {
  /** The file that holds everything, and from which the others can be made again. */
  static final String JSON_FILE = "results.json";

  private static final String HTML_FILE = "report.html";
  private static final String CSV_FOLDER = "csv";

  private ReportWriter() {}

  /**
   * Writes {@code results.json}, {@code report.html} and {@code csv/<section>-<block>.csv} for each
   * chart and table, and takes away the CSV files of the report that was in the folder before.
   * Every file is complete or absent: all are written to a folder beside their places and then
   * moved. The same report gives the same bytes.
   *
   * @param directory where to; made where it is missing
   * @return the HTML file
   * @throws ReportException where the folder cannot be written
   */
  public static Path write(Path directory, Report report) {
    try {
      Files.createDirectories(directory.resolve(CSV_FOLDER));
      try (Staging staging = Staging.beside(directory)) {
        BlockFiles files = new BlockFiles(report);
        for (BlockFiles.Entry entry : files.entries()) {
          staging.add(csv(entry), CsvText.of(entry.block()));
        }
        staging.add(HTML_FILE, HtmlPage.of(report));
        staging.add(JSON_FILE, ReportJson.write(report));
        removeFormer(directory);
        staging.moveIntoPlace();
      }
    } catch (IOException e) {
      throw new ReportException(
          "%s cannot be written: %s".formatted(directory, e.toString().lines().findFirst().get()),
          e);
    }
    return directory.resolve(HTML_FILE);
  }

  private static String csv(BlockFiles.Entry entry) {
    return CSV_FOLDER + "/" + entry.name() + ".csv";
  }

  /** Deletes the CSV files of a former report, which the new one need not have. */
  private static void removeFormer(Path directory) throws IOException {
    Report former;
    try {
      former = ReportReader.read(directory);
    } catch (ReportException e) {
      return;
    }
    for (BlockFiles.Entry entry : new BlockFiles(former).entries()) {
      Files.deleteIfExists(directory.resolve(csv(entry)));
    }
  }
}
