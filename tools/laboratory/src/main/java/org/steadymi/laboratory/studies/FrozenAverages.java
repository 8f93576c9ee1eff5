package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.Grid;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/**
 * Averages over more and more batches at a critic that stands still.
 *
 * @param settings of the study
 * @param points one for each batch size, level and number of batches averaged
 */
record FrozenAverages(Settings settings, List<Point> points) {
  private static final int BLOCKS = 20;

  /** Variance of M below which the second order of its logarithm says something. */
  private static final double SMALL_VARIANCE = 0.05;

  /** The errors of the averages over groups of n batches of K pairs. */
  private record Point(int mi, int batch, int n, ErrorBlocks macro, ErrorBlocks micro) {}

  static FrozenAverages of(Settings settings, Results results) {
    List<Point> points = new ArrayList<>();
    for (int batch : Averaging.GAUSSIAN_BATCHES) {
      for (int mi : Averaging.LEVELS) {
        CellResult result = results.of(Averaging.frozen(settings, mi, batch).key());
        double[] joints = FrozenCell.joints(result);
        double[] levels = FrozenCell.logMarginals(result);
        for (int n = 1; n <= Averaging.LARGEST_GROUP; n *= 2) {
          points.add(
              new Point(
                  mi,
                  batch,
                  n,
                  errors(joints, levels, n, mi, Averages::macro),
                  errors(joints, levels, n, mi, Averages::micro)));
        }
      }
    }
    return new FrozenAverages(settings, points);
  }

  private static ErrorBlocks errors(
      double[] joints, double[] levels, int n, double truth, ToDoubleFunction<Averages> kind) {
    float[] estimates = new float[joints.length / n];
    for (int g = 0; g < estimates.length; g++) {
      estimates[g] = (float) kind.applyAsDouble(Averages.of(joints, levels, g * n, (g + 1) * n));
    }
    return ErrorBlocks.of(estimates, truth, BLOCKS);
  }

  List<String> findings() {
    int top = Averaging.LEVELS.get(Averaging.LEVELS.size() - 1);
    Point one = line(top, Averaging.GAUSSIAN_BATCHES.get(0)).get(0);
    Point many = points(top, one.batch, Averaging.LARGEST_GROUP);
    return List.of(
        String.format(
            Locale.ROOT,
            "At a critic that stands still (%d nats, K = %d) averaging takes the bias of micro from %.2f to %.2f over %d"
                + " batches and leaves that of macro at %.2f.",
            top,
            one.batch,
            one.micro.bias().mean(),
            many.micro.bias().mean(),
            many.n,
            many.macro.bias().mean()));
  }

  /** The bias of J − log M is Var(M)/2 to second order, of macro at any n and of micro over n. */
  List<Comparison> comparisons() {
    List<Comparison> all = new ArrayList<>();
    for (Point p : points) {
      double variance = GaussianMoments.of(OptimalCell.DIM, p.mi).marginalVariance(p.batch);
      if (variance < SMALL_VARIANCE && (p.n == 1 || p.n == Averaging.LARGEST_GROUP)) {
        String name =
            "frozen critic, MI %d, K = %d, n = %d: bias of ".formatted(p.mi, p.batch, p.n);
        String source = "closed form, to second order: Var(M)/2";
        all.add(
            new Comparison(
                name + "macro, nats", Published.at(variance / 2, source), p.macro.bias()));
        all.add(
            new Comparison(
                name + "micro, nats",
                Published.at(variance / 2 / p.n, source + "n"),
                p.micro.bias()));
      }
    }
    return all;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    for (int batch : Averaging.GAUSSIAN_BATCHES) {
      blocks.add(
          new Grid(
              3, Averaging.LEVELS.stream().<Chart>map(mi -> biases(line(mi, batch))).toList()));
      blocks.add(
          new Grid(
              3, Averaging.LEVELS.stream().<Chart>map(mi -> variances(line(mi, batch))).toList()));
    }
    blocks.add(table());
    return new Section("frozen", "At a critic that stands still", lead(), blocks);
  }

  private String lead() {
    return "Normal vectors of 20 dimensions at their optimal critic log r, for which J − log M of infinitely many pairs"
        + " is I. Nothing drifts, and log M varies between batches by chance alone. Macro keeps the bias of one batch,"
        + " E[−log M] ≥ 0, however many batches it averages; micro is the value of one large batch and loses it. The"
        + " variance of macro is that of one batch over n (dashed), exactly; that of micro need not be. Where a few"
        + " rare pairs carry M (6 nats, a small batch), micro is slow to meet them: its bias falls, and its variance"
        + " rises above that of macro. Intervals are those of Student's t over "
        + BLOCKS
        + " blocks of groups of n batches; where ρ ≥ 1/3, which holds at all three levels, the fourth moment of r"
        + " is infinite, and an interval that depends on the tail is too narrow.";
  }

  private static LineChart biases(List<Point> line) {
    return chart(line, "bias", ErrorBlocks::bias)
        .withAxes(Axis.log("batches averaged, n"), Axis.linear("bias, nats"))
        .withReferences(ReferenceLine.at(0, "no bias"));
  }

  private static LineChart variances(List<Point> line) {
    LineChart chart = chart(line, "variance", ErrorBlocks::variance);
    double one = line.get(0).macro.variance().mean();
    double[] n = line.stream().mapToDouble(Point::n).toArray();
    double[] falling = line.stream().mapToDouble(p -> one / p.n).toArray();
    List<Series> series = new ArrayList<>(chart.series());
    series.add(Series.of("one batch's over n", n, falling).with(Series.Style.DASHED));
    return LineChart.of(chart.title(), "n", "variance", series.toArray(Series[]::new))
        .withAxes(Axis.log("batches averaged, n"), Axis.log("variance, nats²"));
  }

  private static LineChart chart(
      List<Point> line, String words, Function<ErrorBlocks, Interval> quantity) {
    return LineChart.of(
        "MI = %d, K = %d: %s".formatted(line.get(0).mi, line.get(0).batch, words),
        "n",
        words,
        series("macro", line, p -> quantity.apply(p.macro)),
        series("micro", line, p -> quantity.apply(p.micro)));
  }

  private static Series series(String name, List<Point> line, Function<Point, Interval> quantity) {
    return Interval.series(
        name, line.stream().mapToDouble(Point::n).toArray(), line.stream().map(quantity).toList());
  }

  private Table table() {
    List<List<Cell>> rows =
        points.stream()
            .map(
                p ->
                    Table.row(
                        "MI %d, K = %d".formatted(p.mi, p.batch),
                        p.n,
                        p.macro.bias().mean(),
                        p.macro.bias().low(),
                        p.macro.bias().high(),
                        p.micro.bias().mean(),
                        p.micro.bias().low(),
                        p.micro.bias().high(),
                        p.macro.variance().mean(),
                        p.micro.variance().mean()))
            .toList();
    return Table.of(
        "Averages at a critic that stands still",
        List.of(
            Column.text("case", "true mutual information in nats, pairs in a batch"),
            Column.integer("n", "batches averaged"),
            Column.fixed("macro bias", "nats", 4),
            Column.fixed("macro from", "lower end of its 95 % interval", 4),
            Column.fixed("macro to", "upper end of its 95 % interval", 4),
            Column.fixed("micro bias", "nats", 4),
            Column.fixed("micro from", "lower end of its 95 % interval", 4),
            Column.fixed("micro to", "upper end of its 95 % interval", 4),
            Column.significant("macro variance", "of one average, nats²", 3),
            Column.significant("micro variance", "of one average, nats²", 3)),
        rows);
  }

  private List<Point> line(int mi, int batch) {
    return points.stream().filter(p -> p.mi == mi && p.batch == batch).toList();
  }

  private Point points(int mi, int batch, int n) {
    return line(mi, batch).stream().filter(p -> p.n == n).findFirst().orElseThrow();
  }
}
