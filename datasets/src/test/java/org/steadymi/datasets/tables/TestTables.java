package org.steadymi.datasets.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the tests of tables share. */
final class TestTables {
  private TestTables() {}

  /** A reference file, written by {@code generate.py}. */
  static Path resource(String name) {
    try {
      return Path.of(TestTables.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double[] numbers(Column column) {
    return ((Column.Numbers) column).values();
  }

  /** The level of each row, {@code null} where it is missing. */
  static List<String> levels(Column column) {
    Column.Categories categories = (Column.Categories) column;
    return Arrays.stream(categories.codes())
        .mapToObj(code -> code == Column.MISSING ? null : categories.levels().get(code))
        .toList();
  }

  /** The message of the refusal, which must be one line that begins with the file. */
  static String refusal(Path file, TableOptions options) {
    Throwable refused = catchThrowable(() -> Tables.read(file, options));
    assertThat(refused).isInstanceOf(TableException.class);
    assertThat(refused.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    return refused.getMessage().substring(file.toString().length());
  }
}
