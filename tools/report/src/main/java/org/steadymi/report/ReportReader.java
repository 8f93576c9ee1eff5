package org.steadymi.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a report back from the folder it was written into. */
public final class ReportReader {
  private ReportReader() {}

  /**
   * Reads {@code results.json}.
   *
   * @throws ReportException where the folder or the file is missing, the file is not valid (with
   *     the line), or it is of a format version this program does not know
   */
  public static Report read(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new ReportException(
          "%s is not a folder: name one that a run has written".formatted(directory));
    }
    Path file = directory.resolve(ReportWriter.JSON_FILE);
    if (!Files.isRegularFile(file)) {
      throw new ReportException(
          "%s holds no %s: name a folder that a run has written"
              .formatted(directory, ReportWriter.JSON_FILE));
    }
    try {
      return ReportJson.read(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new ReportException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
