package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;

/**
 * Draws against those of the benchmark's own package: {@code known/reference.csv}, which {@code
 * known/reference.py} beside it writes and explains. The difference of each statistic must stay
 * within five standard errors of both sides together.
 */
class KnownReferenceTest {
  private static final int DRAWS = 100_000;
  private static final Map<String, List<CsvRecord>> REFERENCE = read();

  static List<KnownTask> all() {
    return KnownTasks.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void hostDrawsLikeTheBenchmark(KnownTask task) {
    check(task, new KnownMi(task).pairs(Split.TRAIN, 1, DRAWS));
  }

  @ParameterizedTest
  @MethodSource("all")
  void graphDrawsLikeTheBenchmark(KnownTask task) {
    try (GraphDraws draws = new GraphDraws(new KnownMi(task).sampler(Split.TRAIN), 1, DRAWS)) {
      check(task, draws.pairs(1, 1));
    }
  }

  private static void check(KnownTask task, Pairs pairs) {
    List<CsvRecord> statistics = REFERENCE.get(task.id());
    assertThat(statistics).as("statistics of " + task.id()).hasSizeGreaterThan(20);
    for (CsvRecord statistic : statistics) {
      boolean mean = statistic.getField(1).equals("mean");
      double value = Double.parseDouble(statistic.getField(3));
      String[] columns = statistic.getField(2).split(" ");
      Moments moments = new Moments();
      for (int row = 0; row < pairs.count(); row++) {
        double product = product(task, pairs, row, columns);
        moments.add(mean ? product : product <= value ? 1 : 0);
      }
      double expected = mean ? value : Double.parseDouble(statistic.getField(1));
      double error = Math.hypot(moments.standardError(), Double.parseDouble(statistic.getField(4)));
      assertThat(Math.abs(moments.mean() - expected))
          .as("%s: %s, expected %s", statistic.getFields(), moments.mean(), expected)
          .isLessThanOrEqualTo(Moments.SIGMAS * error);
    }
  }

  private static double product(KnownTask task, Pairs pairs, int row, String... columns) {
    double product = 1;
    for (String column : columns) {
      product *= value(task, pairs, row, column);
    }
    return product;
  }

  private static double value(KnownTask task, Pairs pairs, int row, String column) {
    if (column.equals("rx") || column.equals("ry")) {
      Rows side = column.equals("rx") ? pairs.x() : pairs.y();
      double square = 0;
      for (int i = 0; i < side.width(); i++) {
        square += (double) side.at(row, i) * side.at(row, i);
      }
      return Math.log1p(square);
    }
    Rows side = column.charAt(0) == 'x' ? pairs.x() : pairs.y();
    double value = side.at(row, column.charAt(1) - '0');
    return task.id().startsWith("student") ? asinh(value) : value;
  }

  private static double asinh(double value) {
    return Math.copySign(Math.log(Math.abs(value) + Math.hypot(value, 1)), value);
  }

  private static Map<String, List<CsvRecord>> read() {
    try (InputStream in = KnownReferenceTest.class.getResourceAsStream("known/reference.csv");
        CsvReader<CsvRecord> lines =
            CsvReader.builder().ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.stream().collect(Collectors.groupingBy(line -> line.getField(0)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
