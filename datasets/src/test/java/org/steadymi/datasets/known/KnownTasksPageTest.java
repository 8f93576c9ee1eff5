package org.steadymi.datasets.known;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/known-mi.md} lists what the catalogue holds. */
class KnownTasksPageTest {
  private static final Path PAGE = Path.of("..", "docs", "known-mi.md");

  @Test
  void theTableIsTheCatalogue() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
    assertThat(rows).containsExactlyElementsOf(KnownTasks.all().stream().map(this::row).toList());
  }

  private String row(KnownTask task) {
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %d × %d | %.6f | %s |",
        task.id(),
        task.title(),
        task.xSize(),
        task.ySize(),
        task.mi(),
        task.construction());
  }
}
