package org.steadymi.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.tables.CsvOptions;
import org.steadymi.datasets.tables.TableStream;

class ProgramTest {
  @Test
  void aVariableReachesTheProgram() {
    Program program = new Program("shell", List.of("sh", "-c", "echo $STEADYMI_TEST"));
    assertThat(program.with("STEADYMI_TEST", "a b").run().output()).isEqualTo("a b\n");
  }

  @Test
  void aTableHasItsRowsAndColumns(@TempDir Path folder) {
    ScoredTable table = ScoredTable.write(folder.resolve("table.parquet"), 60_000);
    assertThat(TableStream.columns(table.file(), CsvOptions.automatic()))
        .hasSize(1 + 20 + 20)
        .contains("x_1", "x_20", "y_1", "y_20");
    assertThat(ScoredTable.ROW_BYTES).isEqualTo(160);
    assertThat(table.score(folder.resolve("model"), folder.resolve("out")))
        .startsWith("score", folder.resolve("model").toString())
        .contains("--data", table.file().toString());
  }
}
