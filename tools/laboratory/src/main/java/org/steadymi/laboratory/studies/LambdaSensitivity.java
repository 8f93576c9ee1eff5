package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;
import org.steadymi.report.Axis;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.Grid;
import org.steadymi.report.HeatMap;
import org.steadymi.report.HeatMap.ColourScale;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/**
 * What the weight λ of a regulariser costs and buys, over four decades, at several batch sizes: on
 * 20-dimensional Gaussians of 4 nats, with separable critics.
 */
public record LambdaSensitivity() implements Study {
  /** 0 is the loss without its regulariser. */
  private static final List<Double> LAMBDAS = List.of(0.0, 1e-3, 1e-2, 0.1, 1.0, 10.0);

  private static final List<Integer> BATCHES = List.of(32, 64, 128, 256);

  /** Half of the work is at batch 256. */
  private static final List<Integer> QUICK_BATCHES = List.of(32, 64, 128);

  private static final int SIDE_BY_SIDE = 5;
  private static final double TAIL = 0.25;

  @Override
  public String name() {
    return "lambda";
  }

  @Override
  public String title() {
    return "The regulariser's weight: what λ costs at which batch size";
  }

  @Override
  public String shows() {
    return "the estimate against the regulariser's weight over four decades, at batches of 32 to 256";
  }

  @Override
  public Settings defaults(Preset preset) {
    List<String> losses =
        List.of(
            "remine", "renwj", "reinfonce", "resmile", "retuba", "rejs", "rejs:variant=normalised");
    return preset == Preset.QUICK
        ? new Settings(preset, 2, new TrainingGrid(1500, losses, "separable:hidden=128"))
        : new Settings(preset, 5, new TrainingGrid(4000, losses, "separable:hidden=256"));
  }

  @Override
  public List<LambdaCell> cells(Settings settings) {
    List<LambdaCell> cells = new ArrayList<>();
    for (String loss : settings.losses()) {
      for (double lambda : LAMBDAS) {
        for (int batch : batches(settings)) {
          cells.addAll(cells(settings, loss, lambda, batch).toList());
        }
      }
    }
    return cells;
  }

  private static List<Integer> batches(Settings settings) {
    return settings.preset() == Preset.QUICK ? QUICK_BATCHES : BATCHES;
  }

  private static Stream<LambdaCell> cells(
      Settings settings, String loss, double lambda, int batch) {
    return SeedGroup.split(settings.seeds(), SIDE_BY_SIDE).stream()
        .map(group -> new LambdaCell(loss, lambda, batch, group, settings));
  }

  /**
   * The seeds of one point of the grid.
   *
   * @param value level of the estimate, over seeds
   * @param logMarginal level of log M, over seeds
   */
  private record Point(
      String loss, double lambda, int batch, Interval value, Interval logMarginal) {
    static Point of(Settings settings, Results results, String loss, double lambda, int batch) {
      Tail tail = tail(settings);
      List<Curve> curves =
          cells(settings, loss, lambda, batch)
              .flatMap(cell -> results.of(cell.key()).curves().stream())
              .toList();
      return new Point(
          loss,
          lambda,
          batch,
          level(curves, tail, Metric.VALUE),
          level(curves, tail, Metric.LOG_MARGINAL));
    }

    private static Interval level(List<Curve> curves, Tail tail, Metric metric) {
      return Interval.of(curves.stream().mapToDouble(c -> tail.mean(c, metric)).toArray());
    }
  }

  private static Tail tail(Settings settings) {
    return Tail.of(settings.steps(), Math.max(1, (int) (settings.steps() * TAIL)));
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    List<Point> points = new ArrayList<>();
    for (String loss : settings.losses()) {
      for (double lambda : LAMBDAS) {
        for (int batch : batches(settings)) {
          points.add(Point.of(settings, results, loss, lambda, batch));
        }
      }
    }
    List<Chart> maps =
        settings.losses().stream().<Chart>map(loss -> heat(settings, loss, points)).toList();
    List<Chart> charts =
        settings.losses().stream().<Chart>map(loss -> chart(settings, loss, points)).toList();
    return new Conclusion(
        settings.losses().stream().map(loss -> finding(loss, points)).toList(),
        List.of(
            new Section(
                "lambda",
                title(),
                lead(settings),
                List.of(new Grid(3, maps), new Grid(2, charts), everyPoint(points)))),
        List.of());
  }

  private static String lead(Settings settings) {
    return String.format(
        Locale.ROOT,
        "x and y have 20 dimensions, correlated pairwise so that I(X;Y) is exactly 4 nats. The critic is %s, trained"
            + " with Adam at 5e-4 for %,d steps, from %s of initial weights and batches. λ weighs the"
            + " regulariser of each loss; with λ = 0 the loss has none.\n\n"
            + "The estimate is the loss's own value on each batch before the step that the batch is used for, so on"
            + " pairs drawn afresh, averaged over the last %,d steps and over seeds. A seed that is not finite to the end is"
            + " left out. InfoNCE cannot pass log K, which is 3.47 nats at batch 32, 4.16 at 64, 4.85 at 128 and 5.55"
            + " at 256.",
        settings.critic(),
        settings.steps(),
        settings.seedsInWords(),
        tail(settings).steps());
  }

  private static String finding(String loss, List<Point> points) {
    List<String> changes = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (double lambda : List.of(0.01, 0.1, 1.0, 10.0)) {
      String said =
          changes.isEmpty()
              ? "λ = %s changes the estimate by %+.2f nats at most over batch sizes"
              : "λ = %s by %+.2f";
      largestChange(loss, lambda, points)
          .ifPresentOrElse(
              change -> changes.add(String.format(Locale.ROOT, said, text(lambda), change)),
              () -> unknown.add(text(lambda)));
    }
    if (!unknown.isEmpty()) {
      changes.add("of λ = " + String.join(", ", unknown) + " no estimate stays finite to compare");
    }
    return loss + ": beside no regulariser, " + String.join(", ", changes) + ".";
  }

  /** Of the estimate, from λ = 0 to the given one, at the batch size where it is largest. */
  private static Optional<Double> largestChange(String loss, double lambda, List<Point> points) {
    return points.stream()
        .filter(p -> p.loss.equals(loss) && p.lambda == lambda)
        .map(p -> p.value.mean() - plain(p, points).value.mean())
        .filter(Double::isFinite)
        .max(Comparator.comparingDouble(Math::abs));
  }

  private static Point plain(Point point, List<Point> points) {
    return points.stream()
        .filter(p -> p.loss.equals(point.loss) && p.batch == point.batch && p.lambda == 0)
        .findFirst()
        .orElseThrow();
  }

  private static HeatMap heat(Settings settings, String loss, List<Point> points) {
    double[][] values =
        LAMBDAS.stream()
            .map(
                lambda ->
                    points.stream()
                        .filter(p -> p.loss.equals(loss) && p.lambda == lambda)
                        .mapToDouble(p -> p.value.mean())
                        .toArray())
            .toArray(double[][]::new);
    Axis axis = Axis.linear("estimate, nats").within(0, 2 * LambdaCell.MI);
    return HeatMap.of(
        loss + ": estimate by λ and batch",
        new HeatMap.Side("batch", batches(settings).stream().map(b -> b.toString()).toList()),
        new HeatMap.Side("λ", LAMBDAS.stream().map(LambdaSensitivity::text).toList()),
        ColourScale.diverging(axis, LambdaCell.MI),
        HeatMap.Cells.of(values));
  }

  private static LineChart chart(Settings settings, String loss, List<Point> points) {
    Series[] series =
        batches(settings).stream()
            .map(
                batch -> {
                  List<Point> line =
                      points.stream()
                          .filter(p -> p.loss.equals(loss) && p.batch == batch && p.lambda > 0)
                          .toList();
                  return Series.of(
                      "batch " + batch,
                      line.stream().mapToDouble(Point::lambda).toArray(),
                      line.stream().mapToDouble(p -> p.value.mean()).toArray());
                })
            .toArray(Series[]::new);
    return LineChart.of(loss, "λ", "estimate, nats", series)
        .withAxes(Axis.log("λ"), Axis.linear("estimate, nats"))
        .withReferences(ReferenceLine.at(LambdaCell.MI, "true MI"));
  }

  private static Table everyPoint(List<Point> points) {
    List<List<Cell>> rows =
        points.stream()
            .map(
                p ->
                    Table.row(
                        "%s, λ = %s, batch %d".formatted(p.loss, text(p.lambda), p.batch),
                        p.value.n(),
                        p.value.mean(),
                        p.value.low(),
                        p.value.high(),
                        p.value.mean() - LambdaCell.MI,
                        p.logMarginal.mean()))
            .toList();
    return Table.of(
        "Every point, with its interval",
        List.of(
            Column.text("point", "loss, weight of its regulariser, pairs in a batch"),
            Column.integer("n", "seeds that stay finite"),
            Column.fixed("estimate", "mean over seeds, nats", 3),
            Column.fixed("from", "lower end of the mean's 95 % interval over seeds", 3),
            Column.fixed("to", "upper end of the mean's 95 % interval over seeds", 3),
            Column.fixed("bias", "estimate − 4, nats", 3),
            Column.fixed("log M", "level of the marginal term over the same steps, nats", 2)),
        rows);
  }

  private static String text(double lambda) {
    return lambda == Math.rint(lambda)
        ? Long.toString(Math.round(lambda))
        : Double.toString(lambda);
  }
}
