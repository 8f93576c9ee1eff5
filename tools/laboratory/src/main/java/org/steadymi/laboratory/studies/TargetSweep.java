package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Sample;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/**
 * Where the regulariser's constant C* is put, the marginal term goes: Choi and Lee 2022, on one-hot
 * symbols at batch 100 with λ = 0.1.
 */
public record TargetSweep() implements Study {
  private static final List<Integer> TARGETS = List.of(-5, -2, 0, 2, 5);
  private static final int BATCH = 100;
  private static final int STEPS = 1500;
  private static final int SIDE_BY_SIDE = 5;
  private static final int TAIL = 300;
  private static final double TOLERANCE = 0.1;

  @Override
  public String name() {
    return "target-sweep";
  }

  @Override
  public String title() {
    return "The regulariser's constant: the marginal term settles where it is put";
  }

  @Override
  public String shows() {
    return "ReMINE with C* from -5 to 5: the marginal term settles at C*, the estimate stays";
  }

  @Override
  public Settings defaults(Preset preset) {
    int seeds = preset == Preset.QUICK ? 4 : 20;
    return new Settings(preset, seeds, new TrainingGrid(STEPS, List.of(), OneHotCell.CRITIC));
  }

  @Override
  public List<OneHotCell> cells(Settings settings) {
    return TARGETS.stream().flatMap(target -> cells(settings, target)).toList();
  }

  private static Stream<OneHotCell> cells(Settings settings, int target) {
    String loss = "remine:lambda=0.1,target=" + target;
    return SeedGroup.split(settings.seeds(), SIDE_BY_SIDE).stream()
        .map(group -> new OneHotCell(loss, BATCH, group, settings));
  }

  /** The critics of one C*. */
  private record Target(int value, LossRuns runs) {
    String name() {
      return "C* = " + value;
    }

    double[] levels() {
      return runs.runs().stream().mapToDouble(r -> r.level(Metric.LOG_MARGINAL)).toArray();
    }

    Interval level() {
      return Interval.of(levels());
    }

    boolean settled() {
      return Math.abs(level().mean() - value) <= TOLERANCE;
    }
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    Tail tail = Tail.of(settings.steps(), TAIL);
    List<Target> targets = new ArrayList<>();
    for (int value : TARGETS) {
      List<OneHotCell> cells = cells(settings, value).toList();
      targets.add(new Target(value, LossRuns.of("C* = " + value, cells, results, tail)));
    }
    List<Comparison> comparisons =
        targets.stream()
            .map(
                t ->
                    new Comparison(
                        "ReMINE, λ = 0.1, batch 100, " + t.name() + ": log M, nats",
                        Published.at(t.value, "Choi, Lee 2022: the second term settles at C*"),
                        t.level()))
            .toList();
    return new Conclusion(
        List.of(finding(targets)),
        List.of(
            new Section(
                "target-sweep",
                title(),
                lead(settings, tail),
                List.of(
                    table(targets, tail),
                    chart(
                            targets,
                            Drawn.of(settings.steps()),
                            "log M, marginal term",
                            Metric.LOG_MARGINAL)
                        .withReferences(
                            TARGETS.stream()
                                .map(c -> ReferenceLine.at(c, "C* = " + c).of("C* = " + c))
                                .toArray(ReferenceLine[]::new)),
                    chart(targets, Drawn.of(settings.steps()), "J − log M, estimate", Metric.VALUE)
                        .withReferences(ReferenceLine.at(Math.log(16), "true MI"))))),
        comparisons);
  }

  private static String lead(Settings settings, Tail tail) {
    return String.format(
        Locale.ROOT,
        "ReMINE adds λ (log M − C*)² to the loss. Any constant C* is allowed: it says where the marginal term is held,"
            + " and does not change what the estimate J − log M can be. x is one of 16 symbols as a one-hot vector and"
            + " y = x, so I(X;Y) = log 16 = 2.773 nats; the critic is %s, trained by gradient descent at rate 0.1 for"
            + " %,d steps of 100 pairs with λ = 0.1, from %s of initial weights and batches.\n\n"
            + "log M is that of each training batch before the step that it is used for, and its level the mean over"
            + " the last %,d steps. By Jensen's inequality the mean of log M over batches lies below the logarithm of"
            + " the mean of M; the regulariser holds the former.",
        settings.critic(),
        settings.steps(),
        settings.seedsInWords(),
        tail.steps());
  }

  private static String finding(List<Target> targets) {
    double largest =
        targets.stream().mapToDouble(t -> Math.abs(t.level().mean() - t.value)).max().orElseThrow();
    return String.format(
        Locale.ROOT,
        "The marginal term settles within ±%.1f nats of C* for %d of %d values of C* (mean over seeds); the largest"
            + " deviation is %.2f nats.",
        TOLERANCE,
        targets.stream().filter(Target::settled).count(),
        targets.size(),
        largest);
  }

  private static Table table(List<Target> targets, Tail tail) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Target target : targets) {
      Interval level = target.level();
      Sample levels = Sample.of(target.levels());
      rows.add(
          Table.row(
              target.name(),
              level.n(),
              level.mean(),
              level.low(),
              level.high(),
              levels.min(),
              levels.max(),
              level.mean() - target.value,
              target.settled() ? "yes" : "no",
              target.runs.interval(r -> r.level(Metric.VALUE)).mean()));
    }
    return Table.of(
            "Where the marginal term settles",
            List.of(
                Column.text("C*", "constant of the regulariser, nats"),
                Column.integer("n", "seeds that stay finite"),
                Column.fixed(
                    "log M", "mean over the last " + tail.steps() + " steps and seeds, nats", 3),
                Column.fixed("from", "lower end of its 95 % interval over seeds", 3),
                Column.fixed("to", "upper end of its 95 % interval over seeds", 3),
                Column.fixed("min", "least of the seeds", 3),
                Column.fixed("max", "largest of the seeds", 3),
                Column.fixed("deviation", "log M − C*, nats", 3),
                Column.text("within ±0.1", "whether the deviation is at most 0.1 nats"),
                Column.fixed("estimate", "J − log M, mean over the same steps and seeds", 2)),
            rows)
        .withCaption("True MI 2.773 nats.");
  }

  private static LineChart chart(List<Target> targets, Drawn drawn, String title, Metric metric) {
    Series[] series =
        targets.stream()
            .map(t -> drawn.last(t.name(), t.runs.runs().get(0).curve(), metric))
            .toArray(Series[]::new);
    return LineChart.of(title, "step", "nats", series)
        .withCaption("First seed of each C*, every " + drawn.width() + "th step.");
  }
}
