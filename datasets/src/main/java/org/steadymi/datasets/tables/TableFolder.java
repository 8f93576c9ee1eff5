package org.steadymi.datasets.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A table as one file or as a folder of parts {@code part-*}, in the order of their names. */
final class TableFolder {
  private static final String PART = "part-";

  /** How systems that write such folders end the names of what is no part of the table. */
  private static final List<String> OTHERS = List.of(".crc", ".tmp");

  private TableFolder() {}

  /**
   * The files of a table, at least one.
   *
   * @throws TableException with one line, if a folder holds no parts
   */
  static List<Path> files(Path table) throws IOException {
    if (!Files.isDirectory(table)) {
      return List.of(table);
    }
    try (Stream<Path> content = Files.list(table)) {
      List<Path> parts = content.filter(TableFolder::isPart).sorted().toList();
      if (parts.isEmpty()) {
        throw new TableException(
            "%s: is a folder without files %s*, expected a table".formatted(table, PART));
      }
      return parts;
    }
  }

  private static boolean isPart(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(PART) && OTHERS.stream().noneMatch(name::endsWith);
  }
}
