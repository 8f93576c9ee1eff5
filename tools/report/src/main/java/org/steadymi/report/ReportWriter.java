package org.steadymi.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report into a folder. */
public final class ReportWriter {
  /** The file that holds everything, and from which the others can be made again. */
  static final String JSON_FILE = "results.json";

  private ReportWriter() {}

  /**
   * Writes {@code results.json}, {@code report.html} and {@code csv/<section>-<block>.csv} for each
   * chart and table. Every file is complete or absent: they are written beside their places and
   * then moved. The same report gives the same bytes.
   *
   * @param directory where to; made where it is missing
   * @return the HTML file
   * @throws ReportException where the folder cannot be written
   */
  public static Path write(Path directory, Report report) {
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve(JSON_FILE), ReportJson.write(report));
    } catch (IOException e) {
      throw new ReportException("%s cannot be written: %s".formatted(directory, e.getMessage()), e);
    }
    return directory.resolve("report.html");
  }
}
