package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
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
 * Averages over the last steps of critics that go on training, on one-hot symbols.
 *
 * @param settings of the study
 * @param runs one for each batch size and loss
 */
record DriftingAverages(Settings settings, List<Run> runs) {
  private static final double TRUTH = Math.log(OneHotCell.DATA.symbols());
  private static final int FEW = 100;
  private static final int PUBLISHED_STEPS = 3000;
  private static final int PUBLISHED_WINDOW = 300;

  /** MINE's J − log M, averaged over the last 300 of 3,000 steps, by batch size. */
  private static final Map<Integer, Published> PUBLISHED =
      Map.of(
          100,
          new Published(2.81, 2.85, OneHotCell.INDEPENDENT),
          32,
          new Published(2.9, 7.1, OneHotCell.INDEPENDENT));

  /**
   * The critics of one loss.
   *
   * @param curves one for each seed
   */
  private record Run(String loss, int batch, List<Curve> curves) {
    String name() {
      return "%s, batch %d".formatted(loss, batch);
    }

    /** A quantity of the averages over the last steps, over seeds that got so far. */
    Interval last(int window, int steps, ToDoubleFunction<Averages> quantity) {
      return over(steps - window, steps, quantity);
    }

    /** A quantity of the averages over some steps, over seeds that are finite to their end. */
    Interval over(int from, int to, ToDoubleFunction<Averages> quantity) {
      return Interval.of(
          curves.stream()
              .filter(curve -> curve.firstNonFinite() >= to)
              .mapToDouble(
                  curve ->
                      quantity.applyAsDouble(
                          Averages.of(
                              curve.series(Metric.JOINT),
                              curve.series(Metric.LOG_MARGINAL),
                              from,
                              to)))
              .toArray());
    }
  }

  static DriftingAverages of(Settings settings, Results results) {
    List<Run> runs = new ArrayList<>();
    for (int batch : Averaging.ONE_HOT_BATCHES) {
      for (String loss : settings.losses()) {
        List<Curve> curves =
            Averaging.training(settings, loss, batch)
                .flatMap(cell -> results.of(cell.key()).curves().stream())
                .toList();
        runs.add(new Run(loss, batch, curves));
      }
    }
    return new DriftingAverages(settings, runs);
  }

  /** Numbers of last steps to average over: 1, 3, 10, 30 and so on, and all. */
  private List<Integer> windows() {
    return IntStream.concat(
            IntStream.of(1, 3, 10, 30, 100, 300, 1000, 3000, 10_000),
            IntStream.of(half(), settings.steps()))
        .filter(window -> window <= settings.steps())
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  List<String> findings() {
    return runs.stream().map(this::finding).toList();
  }

  private String finding(Run run) {
    int all = settings.steps();
    int few = Math.min(FEW, all);
    Interval macro = run.last(half(), all, Averages::macro);
    if (macro.n() == 0) {
      return run.name() + ": no seed stays finite.";
    }
    return String.format(
        Locale.ROOT,
        "%s: macro − micro is %s nats over the last %,d steps, %s over the last half, %s over all %,d (%d of %d"
            + " seeds); over the last half macro is %.2f and micro %.2f, the truth %.2f.",
        run.name(),
        text(run.last(few, all, Averages::gap)),
        few,
        text(run.last(half(), all, Averages::gap)),
        text(run.last(all, all, Averages::gap)),
        all,
        macro.n(),
        run.curves.size(),
        macro.mean(),
        run.last(half(), all, Averages::micro).mean(),
        TRUTH);
  }

  private int half() {
    return Math.max(1, settings.steps() / 2);
  }

  private static String text(Interval interval) {
    return interval.n() < 2
        ? String.format(Locale.ROOT, "%.3g", interval.mean())
        : String.format(
            Locale.ROOT, "%.3g [%.3g, %.3g]", interval.mean(), interval.low(), interval.high());
  }

  List<Comparison> comparisons() {
    if (settings.steps() < PUBLISHED_STEPS) {
      return List.of();
    }
    return runs.stream()
        .filter(run -> run.loss.equals("mine"))
        .map(
            run ->
                new Comparison(
                    run.name() + ": macro average over steps 2,701 to 3,000, nats",
                    PUBLISHED.get(run.batch),
                    run.over(PUBLISHED_STEPS - PUBLISHED_WINDOW, PUBLISHED_STEPS, Averages::macro)))
        .toList();
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    List<Chart> levels = new ArrayList<>();
    List<Chart> averages = new ArrayList<>();
    List<Chart> gaps = new ArrayList<>();
    for (int batch : Averaging.ONE_HOT_BATCHES) {
      List<Run> ofBatch = runs.stream().filter(run -> run.batch == batch).toList();
      levels.add(levels(batch, ofBatch));
      averages.add(averages(batch, ofBatch));
      gaps.add(gaps(batch, ofBatch));
    }
    blocks.add(new Grid(2, levels));
    blocks.add(new Grid(2, averages));
    blocks.add(new Grid(2, gaps));
    blocks.add(table());
    if (!comparisons().isEmpty()) {
      blocks.add(Comparison.table("Beside the numbers of others", comparisons()));
    }
    return new Section("drifting", "While critics train", lead(), blocks);
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "An estimate from many batches can be averaged in two ways. Macro: the mean of the batches' values, mean J − mean"
            + " log M. Micro: the value of all their scores together, mean J − log mean M. Macro is never below micro"
            + " (Jensen), and the two differ by what log M varies between batches, half its variance to second"
            + " order. At a steady critic that is the noise of single batches, the same over few steps and over many."
            + " While a critic drifts it grows with the steps averaged over: M of other steps belongs to other levels of"
            + " the critic, the largest of them rules the mean, and the pooled value is that of no critic.\n\n"
            + "x is one of 16 symbols as a one-hot vector and y = x, so I(X;Y) = log 16 = 2.773 nats; the critic is %s,"
            + " trained by gradient descent at rate 0.1 for %,d steps, from %s. J and log M are those of each"
            + " training batch before the step it is used for. Averages are over the last steps, so many as the axis"
            + " says; the longest takes in the beginning, where the critic has learned nothing. Numbers are means over"
            + " the seeds that stay finite, bands their 95 %% intervals.",
        settings.critic(),
        settings.steps(),
        settings.seedsInWords());
  }

  private LineChart levels(int batch, List<Run> runs) {
    Drawn drawn = Drawn.of(settings.steps());
    return LineChart.of(
            "Batch %d: log M".formatted(batch),
            "step",
            "nats",
            runs.stream()
                .map(r -> drawn.last(r.loss, r.curves.get(0), Metric.LOG_MARGINAL))
                .toArray(Series[]::new))
        .withCaption("First seed of each loss, every " + drawn.width() + "th step.");
  }

  private LineChart averages(int batch, List<Run> runs) {
    List<Series> series = new ArrayList<>();
    for (Run run : runs) {
      series.add(series(run, run.loss + ", macro", Averages::macro));
      series.add(series(run, run.loss + ", micro", Averages::micro).with(Series.Style.DASHED));
    }
    return LineChart.of(
            "Batch %d: averages".formatted(batch), "steps", "nats", series.toArray(Series[]::new))
        .withAxes(Axis.log("last steps averaged"), Axis.symlog("estimate, nats"))
        .withReferences(ReferenceLine.at(TRUTH, "true MI"));
  }

  private LineChart gaps(int batch, List<Run> runs) {
    Series[] series =
        runs.stream().map(run -> series(run, run.loss, Averages::gap)).toArray(Series[]::new);
    return LineChart.of("Batch %d: macro − micro".formatted(batch), "steps", "nats", series)
        .withAxes(Axis.log("last steps averaged"), Axis.log("macro − micro, nats"))
        .withCaption("Over one step the two are the same, which has no place on this axis.");
  }

  private Series series(Run run, String name, ToDoubleFunction<Averages> quantity) {
    return Interval.series(
        name,
        windows().stream().mapToDouble(w -> w).toArray(),
        windows().stream().map(w -> run.last(w, settings.steps(), quantity)).toList());
  }

  private Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Run run : runs) {
      for (int window : windows()) {
        Interval macro = run.last(window, settings.steps(), Averages::macro);
        Interval micro = run.last(window, settings.steps(), Averages::micro);
        Interval gap = run.last(window, settings.steps(), Averages::gap);
        rows.add(
            Table.row(
                run.name(),
                window,
                macro.mean(),
                macro.low(),
                macro.high(),
                micro.mean(),
                micro.low(),
                micro.high(),
                gap.mean(),
                gap.low(),
                gap.high(),
                gap.n()));
      }
    }
    return Table.of(
            "Averages over the last steps",
            List.of(
                Column.text("critics", "loss and batch size"),
                Column.integer("steps", "the last steps averaged over"),
                Column.fixed("macro", "mean over seeds, nats", 3),
                Column.fixed("macro from", "lower end of its 95 % interval over seeds", 3),
                Column.fixed("macro to", "upper end of its 95 % interval over seeds", 3),
                Column.fixed("micro", "mean over seeds, nats", 3),
                Column.fixed("micro from", "lower end of its 95 % interval over seeds", 3),
                Column.fixed("micro to", "upper end of its 95 % interval over seeds", 3),
                Column.significant("gap", "macro − micro, mean over seeds, nats", 3),
                Column.significant("gap from", "lower end of its 95 % interval over seeds", 3),
                Column.significant("gap to", "upper end of its 95 % interval over seeds", 3),
                Column.integer("n", "seeds that stay finite")),
            rows)
        .withCaption("True MI 2.773 nats.");
  }
}
