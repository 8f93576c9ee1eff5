package org.steadymi.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableMatrix;
import org.steadymi.datasets.tables.TableOptions;
import org.steadymi.datasets.tables.Tables;
import org.steadymi.datasets.tables.WrittenFormat;

class SampleTableTest {
  private static final PairSource SOURCE =
      PairSources.parse("known:task=swissroll_x-normal_cdf-1v1-normal-0.75"); // 2 x 1 columns

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyRowIsADrawOfTheSource(WrittenFormat format) {
    Path file = folder.resolve("table" + format.suffix());
    new SampleTable(SOURCE, 200).write(file, format);
    Pairs drawn = SOURCE.pairs(Split.TRAIN, 0, 200);
    Table read = Tables.read(file, TableOptions.of("x_1:x_2", "y_1:y_1"));
    assertThat(TableMatrix.of(read.x()).floats().values()).containsExactly(drawn.x().values());
    assertThat(TableMatrix.of(read.y()).floats().values()).containsExactly(drawn.y().values());
  }

  @Test
  void textHasTheColumnsThatTorchMistWantsAndNoOthers() throws Exception {
    Path file = folder.resolve("table.csv");
    new SampleTable(SOURCE, 3).write(file, WrittenFormat.CSV);
    assertThat(Files.readAllLines(file)).hasSize(4).first().isEqualTo("x_1,x_2,y_1");
  }

  @Test
  void aLongTableHoldsNoRowTwice() throws Exception {
    Path file = folder.resolve("table.csv");
    new SampleTable(SOURCE, 50_003).write(file, WrittenFormat.CSV);
    assertThat(Files.readAllLines(file)).hasSize(50_004).doesNotHaveDuplicates();
  }

  @Test
  void commandsAreToldTheColumns() {
    assertThat(new SampleTable(SOURCE, 3).columns())
        .isEqualTo(List.of("--x", "x_1:x_2", "--y", "y_1:y_1"));
  }
}
