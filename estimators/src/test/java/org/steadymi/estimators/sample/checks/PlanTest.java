package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Variable;

class PlanTest {
  private static final int ROWS = 101;

  private final Observed table = numbered(5);
  private final Plan plan = new Plan(table, EstimateOptions.DEFAULTS.withSeed(3));

  /** Every number tells its row and column; Y is −row. */
  private static Observed numbered(int width) {
    double[] x = new double[ROWS * width];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
    }
    double[] y = IntStream.range(0, ROWS).mapToDouble(row -> -row).toArray();
    return new Observed(
        "the table",
        new Variable(new Points(x, width), false),
        new Variable(Points.column(y), false));
  }

  private List<Comparison> of(Property property) {
    return plan.comparisons().stream().filter(c -> c.property() == property).toList();
  }

  private static int row(Observed rows, int at) {
    return (int) -rows.y().values().at(at, 0);
  }

  @Test
  void shufflingMovesYAloneAndLosesNothing() {
    Comparison shuffled = of(Property.SHUFFLED).get(0);
    Observed rows = shuffled.found();
    assertThat(shuffled.expected()).isEmpty();
    assertThat(rows.x()).isEqualTo(table.x());
    assertThat(rows.y().values().values())
        .containsExactlyInAnyOrder(table.y().values().values())
        .isNotEqualTo(table.y().values().values());
  }

  @Test
  void halvesShareNoRowAndStandSideBySide() {
    Comparison halves = of(Property.ADDITIVE).get(0);
    Observed first = halves.expected().get(0);
    Observed second = halves.expected().get(1);
    Set<Integer> seen = new HashSet<>();
    for (int i = 0; i < ROWS / 2; i++) {
      seen.add(row(first, i));
      seen.add(row(second, i));
      for (int c = 0; c < 5; c++) {
        assertThat(halves.found().x().values().at(i, c)).isEqualTo(5 * row(first, i) + c);
        assertThat(halves.found().x().values().at(i, 5 + c)).isEqualTo(5 * row(second, i) + c);
      }
      assertThat(halves.found().y().values().at(i, 0)).isEqualTo(-row(first, i));
      assertThat(halves.found().y().values().at(i, 1)).isEqualTo(-row(second, i));
    }
    assertThat(seen).hasSize(2 * (ROWS / 2));
    assertThat(halves.found().count()).isEqualTo(ROWS / 2);
  }

  @Test
  void columnsAreHalvedDownToOneEachASubsetOfThoseBefore() {
    List<Comparison> columns = of(Property.FEWER_COLUMNS);
    List<Integer> widths = new ArrayList<>();
    Observed more = table;
    for (Comparison comparison : columns) {
      assertThat(comparison.expected()).containsExactly(more);
      assertThat(firstRow(more)).containsAll(firstRow(comparison.found()));
      more = comparison.found();
      widths.add(more.x().values().width());
    }
    assertThat(widths).containsExactly(3, 2, 1);
    assertThat(columns.get(2).found().name()).matches("1 of 5 columns of X \\([0-4]\\)");
  }

  /** Its numbers are those of the columns. */
  private static List<Double> firstRow(Observed rows) {
    return IntStream.range(0, rows.x().values().width())
        .mapToObj(c -> rows.x().values().at(0, c))
        .toList();
  }

  /** Shuffled, beside, coarser, three of the halves, three of the columns. */
  @Test
  void rowsThatAreReadTwiceCountOnce() {
    assertThat(plan.readings()).isEqualTo(9);
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  void whatATableDoesNotAllowIsLeftOutWithAReason() {
    int[] symbols = IntStream.range(0, 60).map(i -> i % 2).toArray();
    double[] x = IntStream.range(0, 60).asDoubleStream().toArray();
    Plan small =
        new Plan(
            new Observed(
                "the table", new Variable(Points.column(x), false), Variable.discrete(symbols)),
            EstimateOptions.DEFAULTS);
    assertThat(small.comparisons().stream().map(Comparison::property))
        .containsExactly(Property.SHUFFLED, Property.FUNCTION_BESIDE);
    assertThat(small.leftOut())
        .containsExactly(
            "coarser Y: left out, for then Y would be constant",
            "two halves side by side: left out, for it needs 100 rows, found 60",
            "fewer columns of X: left out, for X has one column");
  }

  @Test
  void rowsBelongTogether() {
    assertThatThrownBy(
            () -> new Observed("it", Variable.discrete(0, 1), Variable.discrete(0, 1, 1)))
        .hasMessage("estimate: expected as many rows of y as of x, found 2 of x and 3 of y");
  }
}
