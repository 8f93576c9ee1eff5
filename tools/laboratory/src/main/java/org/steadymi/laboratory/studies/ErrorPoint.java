package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.report.Axis;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.LineChart;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/**
 * How one loss errs at one level of mutual information.
 *
 * @param loss specification
 * @param mi I(X;Y), nats
 * @param bias E[Î] − I, nats
 * @param variance of one batch's value, nats²
 * @param meanSquaredError of one batch's value, nats²
 */
record ErrorPoint(
    String loss, int mi, Interval bias, Interval variance, Interval meanSquaredError) {

  /** What of a point is drawn. */
  enum Quantity {
    BIAS("bias", "nats", ErrorPoint::bias),
    VARIANCE("variance", "nats²", ErrorPoint::variance),
    MEAN_SQUARED_ERROR("mean squared error", "nats²", ErrorPoint::meanSquaredError);

    private final String words;
    private final String unit;
    private final Function<ErrorPoint, Interval> of;

    Quantity(String words, String unit, Function<ErrorPoint, Interval> of) {
      this.words = words;
      this.unit = unit;
      this.of = of;
    }

    Interval of(ErrorPoint point) {
      return of.apply(point);
    }

    private Axis axis() {
      String label = words + ", " + unit;
      return this == BIAS ? Axis.linear(label) : Axis.log(label);
    }
  }

  /** One line for each loss against mutual information, with its interval. */
  static LineChart chart(String title, Quantity quantity, List<List<ErrorPoint>> losses) {
    Series[] series =
        losses.stream().map(points -> series(quantity, points)).toArray(Series[]::new);
    return LineChart.of(title + ": " + quantity.words, "MI, nats", quantity.words, series)
        .withAxes(Axis.linear("MI, nats"), quantity.axis());
  }

  private static Series series(Quantity quantity, List<ErrorPoint> points) {
    double[] x = points.stream().mapToDouble(ErrorPoint::mi).toArray();
    return Interval.series(points.get(0).loss, x, points.stream().map(quantity::of).toList());
  }

  /** One row for each point. */
  static Table table(String title, List<ErrorPoint> points, String over) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("loss", "whose value is measured"));
    columns.add(Column.integer("MI", "true mutual information, nats"));
    for (Quantity quantity : Quantity.values()) {
      String interval = " end of the 95 % interval over " + over;
      columns.add(Column.significant(quantity.words, quantity.unit, 3));
      columns.add(Column.significant(quantity.words + " from", "lower" + interval, 3));
      columns.add(Column.significant(quantity.words + " to", "upper" + interval, 3));
    }
    columns.add(Column.integer("n", over + " with a finite number"));
    List<List<Cell>> rows = new ArrayList<>();
    for (ErrorPoint point : points) {
      List<Cell> row = new ArrayList<>(Table.row(point.loss, point.mi));
      for (Quantity quantity : Quantity.values()) {
        Interval number = quantity.of(point);
        row.addAll(Table.row(number.mean(), number.low(), number.high()));
      }
      row.addAll(Table.row(point.bias.n()));
      rows.add(row);
    }
    return Table.of(title, columns, rows);
  }
}
