package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;
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
 * Correlated normal vectors whose mutual information rises from 2 to 10 nats while a critic trains:
 * Poole et al. 2019, figure 2; Choi and Lee 2022, figure 7.
 */
public record Staircase(Stairs.Transform transform) implements Study {
  /** y as it is. */
  public static final Staircase RAW = new Staircase(Stairs.Transform.RAW);

  /** y³ in the place of y. */
  public static final Staircase CUBIC = new Staircase(Stairs.Transform.CUBIC);

  static final List<Integer> LEVELS = List.of(2, 4, 6, 8, 10);

  /** The part of each level at whose end values are averaged: 2,500 of 4,000 steps. */
  private static final double AVERAGED = 0.625;

  private static final int LEAST_STEPS = 100;
  private static final double TOP = 14;
  private static final String FIGURE = "Choi, Lee 2022, fig. 7";

  /** What the published curves of losses are of that are defined otherwise there. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "renwj",
          "; theirs holds log E_Q[e^T] at 0, not log E_Q[e^(T−1)]",
          "rejs",
          Published.JS_READ_OTHERWISE);

  /** Level means read off the figure; a missing one diverges or is no mutual information there. */
  private static final Map<String, List<Double>> PUBLISHED =
      Map.ofEntries(
          Map.entry("mine", List.of(1.90, 3.78, 6.35)),
          Map.entry("smile", List.of(1.89, 3.78)),
          Map.entry("infonce", List.of(1.75, 3.00, 3.70, 4.00, 4.11)),
          Map.entry("nwj", List.of(1.89, 3.73, 5.14, 6.50, 7.76)),
          Map.entry("tuba", List.of(1.88, 3.71, 5.22, 6.58, 7.63)),
          Map.entry("remine", List.of(1.90, 3.76, 5.52, 7.39, 9.56)),
          Map.entry("resmile", List.of(1.90, 3.77, 5.54, 7.51, 9.74)),
          Map.entry("reinfonce", List.of(1.75, 3.00, 3.68, 3.98, 4.10)),
          Map.entry("renwj", List.of(1.68, 3.51, 5.22, 6.66, 7.78)),
          Map.entry("retuba", List.of(1.89, 3.70, 5.36, 6.80, 7.96)),
          Map.entry("rejs", List.of(1.16, 3.07, 4.94, 6.69, 8.33)));

  @Override
  public String name() {
    return transform == Stairs.Transform.RAW ? "staircase" : "staircase-cubic";
  }

  @Override
  public String title() {
    return transform == Stairs.Transform.RAW
        ? "The staircase: twelve losses and Poole's family against a truth that rises"
        : "The cubic staircase: the same truth behind y³";
  }

  @Override
  public String shows() {
    return transform == Stairs.Transform.RAW
        ? "20-d Gaussian, MI 2 to 10 nats in steps: every loss, plain beside regularised"
        : "the same with y³ in the place of y, which leaves the mutual information as it is";
  }

  @Override
  public Settings defaults(Preset preset) {
    List<String> losses = new ArrayList<>(Losses.choiLee());
    losses.addAll(
        List.of(
            "mine:variant=ema",
            "tuba:variant=ema",
            "tuba:variant=learned",
            "infonce:variant=leave-one-out",
            "ialpha:alpha=0.01",
            "ialpha:alpha=0.5",
            "uba",
            "reuba"));
    return preset == Preset.QUICK
        ? new Settings(preset, 1, new TrainingGrid(2500, losses, "separable:hidden=64"))
        : new Settings(preset, 3, new TrainingGrid(20_000, losses, "separable:hidden=256"));
  }

  @Override
  public List<StairsCell> cells(Settings settings) {
    if (settings.steps() < LEAST_STEPS) {
      throw new IllegalArgumentException(
          "--steps: expected at least %d for %d levels, found %d"
              .formatted(LEAST_STEPS, LEVELS.size(), settings.steps()));
    }
    return settings.losses().stream()
        .flatMap(loss -> cells(settings, loss, transform).stream())
        .toList();
  }

  /** The steps at the end of a level over which values are averaged. */
  static Tail endOfLevel(int steps, int index) {
    int stepsPerLevel = steps / LEVELS.size();
    int end = (index + 1) * stepsPerLevel;
    return new Tail(end - Math.max(1, (int) (AVERAGED * stepsPerLevel)), end);
  }

  /** The critics that one loss trains, one for each seed. */
  static List<StairsCell> cells(Settings settings, String loss, Stairs.Transform transform) {
    return IntStream.range(0, settings.seeds())
        .mapToObj(i -> new StairsCell(loss, transform, settings.seed() + i, settings))
        .toList();
  }

  /**
   * The critics that were trained on one loss.
   *
   * @param curves one for each seed
   */
  private record Climb(String loss, Stairs.Transform transform, List<Curve> curves, int steps) {
    static Climb of(Settings settings, String loss, Stairs.Transform transform, Results results) {
      List<Curve> curves =
          cells(settings, loss, transform).stream()
              .map(cell -> results.of(cell.key()))
              .map(CellResult::curves)
              .map(all -> all.get(0))
              .toList();
      return new Climb(loss, transform, curves, settings.steps());
    }

    /** Mean of the values over the end of a level, over seeds. */
    Interval level(int index) {
      Tail tail = endOfLevel(steps, index);
      return Interval.of(
          curves.stream().mapToDouble(curve -> tail.mean(curve, Metric.VALUE)).toArray());
    }

    /** Seeds whose critic is finite to the end. */
    long finite() {
      return curves.stream().filter(c -> c.steps() == steps && c.firstNonFinite() == steps).count();
    }
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    List<Climb> climbs =
        settings.losses().stream()
            .map(loss -> Climb.of(settings, loss, transform, results))
            .toList();
    List<Comparison> comparisons = comparisons(climbs, settings);
    return new Conclusion(
        List.of(finding(climbs)), List.of(section(settings, climbs, comparisons)), comparisons);
  }

  private Section section(Settings settings, List<Climb> climbs, List<Comparison> beside) {
    List<Block> blocks = new ArrayList<>();
    List<Climb> pairs = inPairs(climbs);
    List<Climb> others = climbs.stream().filter(climb -> !pairs.contains(climb)).toList();
    charts(2, pairs).ifPresent(blocks::add);
    charts(3, others).ifPresent(blocks::add);
    blocks.add(table(climbs));
    if (!beside.isEmpty()) {
      blocks.add(Comparison.table("Beside the published figure", beside));
    }
    return new Section("staircase", title(), lead(settings), blocks);
  }

  /** Plain losses, each followed by its regularised form. */
  private static List<Climb> inPairs(List<Climb> climbs) {
    List<Climb> pairs = new ArrayList<>();
    for (Climb climb : climbs) {
      climbs.stream()
          .filter(other -> other.loss.equals("re" + climb.loss))
          .findFirst()
          .ifPresent(held -> pairs.addAll(List.of(climb, held)));
    }
    return pairs;
  }

  private static Optional<Grid> charts(int columns, List<Climb> climbs) {
    return climbs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Grid(columns, climbs.stream().<Chart>map(Staircase::chart).toList()));
  }

  private String lead(Settings settings) {
    return String.format(
        Locale.ROOT,
        "x and y have 20 dimensions each, correlated pairwise so that I(X;Y) is exactly 2, 4, 6, 8"
            + " and 10 nats, each for %,d steps, while one critic goes on training: %s, Adam at"
            + " 5e-4, batches of 64 drawn afresh, λ = 1, %s.%s\n\n"
            + "Every value is that of a training batch before the step that it is used for, so it"
            + " is measured on pairs the critic has not seen; a level's number is the mean over its"
            + " last %,d steps. It is an average of batch values (macro). Curves are the first"
            + " seed's: the full line averages %d steps a point, the pale one is the last batch of"
            + " each. What leaves the drawing is cut off there and stands in the table.",
        settings.steps() / LEVELS.size(),
        settings.critic(),
        settings.seedsInWords(),
        transform == Stairs.Transform.RAW ? "" : " The critic sees y³ in the place of y.",
        endOfLevel(settings.steps(), 0).steps(),
        Drawn.of(settings.steps()).width());
  }

  private static LineChart chart(Climb climb) {
    Curve first = climb.curves.get(0);
    Drawn drawn = Drawn.of(climb.steps);
    List<Series> series = new ArrayList<>();
    series.add(drawn.mean("estimate", first, Metric.VALUE));
    series.add(drawn.last("one batch", first, Metric.VALUE).with(Series.Style.FAINT));
    series.add(truth(climb.steps).with(Series.Style.DASHED));
    LineChart chart =
        LineChart.of(climb.loss, "step", "nats", series.toArray(Series[]::new))
            .withAxes(Axis.linear("step"), Axis.linear("nats").within(-2, TOP));
    OptionalDouble ceiling =
        LossSpecs.parse(climb.loss).bound().properties().ceilingAt(StairsCell.BATCH);
    return ceiling.isPresent() && ceiling.getAsDouble() < TOP
        ? chart.withReferences(ReferenceLine.at(ceiling.getAsDouble(), "ceiling"))
        : chart;
  }

  private static Series truth(int steps) {
    double width = (double) steps / LEVELS.size();
    double[] x = new double[2 * LEVELS.size()];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i / 2 + i % 2) * width;
      y[i] = LEVELS.get(i / 2);
    }
    return Series.of("true MI", x, y);
  }

  private static Table table(List<Climb> climbs) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("loss", "what the critics were trained on"));
    for (int level : LEVELS) {
      columns.add(
          Column.fixed("MI " + level, "mean value over the end of that level and seeds, nats", 2));
      columns.add(Column.fixed("± " + level, "half of its 95 % interval over seeds, nats", 2));
    }
    columns.add(Column.integer("finite", "seeds that stay finite to the end"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Climb climb : climbs) {
      List<Cell> row = new ArrayList<>(Table.row(climb.loss));
      for (int i = 0; i < LEVELS.size(); i++) {
        Interval level = climb.level(i);
        row.addAll(Table.row(level.mean(), level.high() - level.mean()));
      }
      row.addAll(Table.row(climb.finite()));
      rows.add(row);
    }
    return Table.of("Level means", columns, rows)
        .withCaption(
            "Each loss reports its own value. A seed that explodes is left out of the levels that"
                + " it does not finish.");
  }

  private static List<Comparison> comparisons(List<Climb> climbs, Settings settings) {
    List<Comparison> all = new ArrayList<>();
    for (Climb climb : climbs) {
      List<Double> published =
          climb.transform == Stairs.Transform.RAW
              ? PUBLISHED.getOrDefault(climb.loss, List.of())
              : List.of();
      for (int i = 0; i < published.size(); i++) {
        all.add(
            new Comparison(
                "%s, %s critic, MI %d: level mean, nats"
                    .formatted(climb.loss, settings.critic(), LEVELS.get(i)),
                Published.at(published.get(i), FIGURE + OTHERWISE.getOrDefault(climb.loss, "")),
                climb.level(i)));
      }
    }
    return all;
  }

  private static String finding(List<Climb> climbs) {
    int top = LEVELS.size() - 1;
    List<String> diverged =
        climbs.stream().filter(c -> c.finite() < c.curves.size()).map(Climb::loss).toList();
    String steady =
        diverged.isEmpty()
            ? "every critic stays finite"
            : "not every seed stays finite of " + String.join(", ", diverged);
    return climbs.stream()
        .filter(c -> c.finite() == c.curves.size())
        .min(Comparator.comparingDouble(c -> distance(c, top)))
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "At %d nats %s comes closest (%.2f); %s.",
                    LEVELS.get(top),
                    best.loss,
                    best.level(top).mean(),
                    steady))
        .orElse("No loss stays finite on all seeds.");
  }

  private static double distance(Climb climb, int level) {
    return Math.abs(climb.level(level).mean() - LEVELS.get(level));
  }
}
