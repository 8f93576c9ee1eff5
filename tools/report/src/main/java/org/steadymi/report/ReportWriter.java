package org.steadymi.report;

import java.nio.file.Path;

/** Writes a report into a folder. */
public final class ReportWriter {
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
    throw new UnsupportedOperationException(directory + report.title());
  }
}
