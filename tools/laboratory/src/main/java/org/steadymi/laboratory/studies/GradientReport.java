package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.losses.Bound;
import org.steadymi.graphs.losses.Interpolated;
import org.steadymi.laboratory.studies.GradientError.Point;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.Grid;
import org.steadymi.report.HeatMap;
import org.steadymi.report.HeatMap.ColourScale;
import org.steadymi.report.LineChart;
import org.steadymi.report.Note;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/**
 * What the errors of gradients say.
 *
 * @param settings of the study
 * @param points one for each loss, level and batch size
 */
record GradientReport(Settings settings, List<Point> points) {
  private static final String NWJ = "nwj";
  private static final String CONTRAST = "infonce:variant=leave-one-out";

  /** Drawn against the batch size, where they are among the losses. */
  private static final List<String> DRAWN =
      List.of(
          NWJ,
          CONTRAST,
          "infonce",
          "mine",
          "ialpha:alpha=0.01",
          "ialpha:alpha=0.1",
          "ialpha:alpha=0.5",
          "ialpha:alpha=0.9");

  List<Comparison> comparisons() {
    return points.stream()
        .filter(p -> p.loss().equals(NWJ))
        .map(
            p ->
                new Comparison(
                    "nwj at the optimal critic, MI %d, K = %d: bias of the gradient, nats"
                        .formatted(p.mi(), p.batch()),
                    Published.at(0, "closed form: NWJ touches I from below at its optimum"),
                    p.bias()))
        .toList();
  }

  List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (has(NWJ) && has(CONTRAST)) {
      long contrast = cells().stream().filter(c -> ratio(c.mi(), c.batch()) < 1).count();
      findings.add(
          String.format(
              Locale.ROOT,
              "Leave-one-out InfoNCE has the smaller error of the gradient in %d of the %d cells, NWJ in %d.",
              contrast,
              cells().size(),
              cells().size() - contrast));
    }
    if (!alphas().isEmpty()) {
      Point easy = best(least(GradientError.LEVELS), largest(sizes()));
      Point hard = best(largest(GradientError.LEVELS), least(sizes()));
      findings.add(
          String.format(
              Locale.ROOT,
              "The best α is %s at %d nats and K = %d, and %s at %d nats and K = %d.",
              alphaText(easy),
              easy.mi(),
              easy.batch(),
              alphaText(hard),
              hard.mi(),
              hard.batch()));
    }
    findings.add(monotone());
    return findings;
  }

  /** Whether the error falls from each batch size to the next. */
  private String monotone() {
    int steps = 0;
    int rises = 0;
    int beyond = 0;
    List<Integer> sizes = sizes();
    for (String loss : settings.losses()) {
      for (int mi : GradientError.LEVELS) {
        for (int i = 1; i < sizes.size(); i++) {
          Point small = point(loss, mi, sizes.get(i - 1));
          Point large = point(loss, mi, sizes.get(i));
          steps++;
          rises += large.error() > small.error() ? 1 : 0;
          beyond += large.meanSquaredError().low() > small.meanSquaredError().high() ? 1 : 0;
        }
      }
    }
    return String.format(
        Locale.ROOT,
        "From one batch size to the next the error falls in %d of %d steps; it rises in %d, in %d of them by more than"
            + " both intervals.",
        steps - rises,
        steps,
        rises,
        beyond);
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    List<Chart> maps = new ArrayList<>();
    if (!alphas().isEmpty()) {
      maps.add(bestAlpha());
    }
    if (has(NWJ) && has(CONTRAST)) {
      maps.add(
          heatMap(
              "Error of leave-one-out InfoNCE over that of NWJ",
              ColourScale.diverging(Axis.log("ratio of mean squared errors"), 1),
              this::ratio));
    }
    for (String loss : List.of(NWJ, CONTRAST)) {
      if (has(loss)) {
        maps.add(
            heatMap(
                loss + ": mean squared error",
                ColourScale.sequential(Axis.log("mean squared error per dimension, nats²")),
                (mi, batch) -> point(loss, mi, batch).error()));
      }
    }
    if (!maps.isEmpty()) {
      blocks.add(new Grid(2, maps));
    }
    List<String> drawn = DRAWN.stream().filter(this::has).toList();
    if (!drawn.isEmpty()) {
      blocks.add(
          new Grid(
              3, GradientError.LEVELS.stream().<Chart>map(mi -> againstBatch(drawn, mi)).toList()));
    }
    blocks.add(
        Note.warning(
            "At every level here the fourth moment of r is infinite, and so is the variance of a squared error that holds"
                + " the gradient of M, as that of NWJ does in full. Where the error of NWJ looks small at a high"
                + " MI and a small K, it is the error of batches without the rare pairs that carry M: the mean over all"
                + " batches is larger than any such sample shows."));
    if (!alphas().isEmpty()) {
      blocks.add(bestTable());
    }
    blocks.add(table());
    return new Section("gradient-error", "Error of the gradient", lead(), blocks);
  }

  private String lead() {
    return "An encoder makes y_k = ρ_k x_k + √(1 − ρ_k²) ε_k of x in each of "
        + GradientCell.DIM
        + " dimensions, so that I = −½ Σ_k log(1 − ρ_k²) and ∂I/∂ρ_k = ρ_k/(1 − ρ_k²) are known; all ρ_k are alike, at"
        + " the I of each column. The critic of each loss is optimal for these ρ and stands still: the gradient is that"
        + " of the loss's value with respect to ρ through y alone, on one batch, all of whose off-diagonal pairs are"
        + " marginal pairs. Its mean squared error is that of one ∂Î/∂ρ_k, averaged over the dimensions and"
        + " over batches ("
        + GradientError.batchesInWords(settings)
        + "), which all losses share; bias is the mean of the gradient less the truth. Intervals are those of Student's"
        + " t over "
        + GradientCell.BLOCKS
        + " blocks of batches.\n\n"
        + "I_α is NWJ at α = 0 and leave-one-out InfoNCE at α = 1. NWJ, TUBA and the tight read-out of JS have the same"
        + " value at their optimal critics, and so the same gradient: it has no bias, since NWJ touches I from below at"
        + " its optimum, and a variance that grows exponentially with I. InfoNCE has little variance, and a bias that"
        + " grows with I beyond log K. The best α weighs the one against the other.";
  }

  private HeatMap bestAlpha() {
    List<List<String>> notes =
        sizes().stream()
            .map(
                batch ->
                    GradientError.LEVELS.stream()
                        .map(mi -> String.format(Locale.ROOT, "%.2g", best(mi, batch).error()))
                        .toList())
            .toList();
    HeatMap map =
        heatMap(
            "The best α",
            ColourScale.sequential(
                Axis.linear("α, from NWJ (0) to leave-one-out InfoNCE (1)").within(0, 1)),
            (mi, batch) -> alpha(best(mi, batch).loss()).orElseThrow());
    return new HeatMap(
        map.title(),
        map.sides(),
        map.cells().withNotes(notes),
        map.colours(),
        "The α of least mean squared error, and that error below it.");
  }

  private HeatMap heatMap(
      String title, ColourScale colours, ToDoubleBiFunction<Integer, Integer> number) {
    double[][] rows =
        sizes().stream()
            .map(
                batch ->
                    GradientError.LEVELS.stream()
                        .mapToDouble(mi -> number.applyAsDouble(mi, batch))
                        .toArray())
            .toArray(double[][]::new);
    return HeatMap.of(
        title,
        side("MI, nats", GradientError.LEVELS),
        side("batch size K", sizes()),
        colours,
        HeatMap.Cells.of(rows));
  }

  private static HeatMap.Side side(String label, List<Integer> values) {
    return new HeatMap.Side(label, values.stream().map(String::valueOf).toList());
  }

  private LineChart againstBatch(List<String> losses, int mi) {
    double[] x = sizes().stream().mapToDouble(k -> k).toArray();
    Series[] series =
        losses.stream()
            .map(
                loss -> {
                  List<Point> line = sizes().stream().map(k -> point(loss, mi, k)).toList();
                  return Interval.series(
                      loss, x, line.stream().map(Point::meanSquaredError).toList());
                })
            .toArray(Series[]::new);
    return LineChart.of("MI = " + mi + " nats", "K", "error", series)
        .withAxes(Axis.log("batch size K"), Axis.log("mean squared error per dimension, nats²"));
  }

  private Table bestTable() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Point cell : cells()) {
      Point best = best(cell.mi(), cell.batch());
      String others =
          alphas().stream()
              .map(loss -> point(loss, cell.mi(), cell.batch()))
              .filter(p -> !p.equals(best))
              .filter(p -> p.meanSquaredError().low() <= best.meanSquaredError().high())
              .map(GradientReport::alphaText)
              .collect(Collectors.joining(", "));
      rows.add(
          Table.row(
              cell.mi() + " nats, K = " + cell.batch(),
              alpha(best.loss()).orElseThrow(),
              best.error(),
              best.meanSquaredError().low(),
              best.meanSquaredError().high(),
              others));
    }
    return Table.of(
            "The best α, and those that are not told apart from it",
            List.of(
                Column.text("cell", "true mutual information and pairs in a batch"),
                Column.significant("best α", "of least mean squared error", 3),
                Column.significant("error", "its mean squared error per dimension, nats²", 3),
                Column.significant("from", "lower end of its 95 % interval", 3),
                Column.significant("to", "upper end of its 95 % interval", 3),
                Column.text("not told apart", "α whose interval meets that of the best")),
            rows)
        .withCaption("α = 0 is NWJ, whose intervals are wide where its tail was met at all.");
  }

  private Table table() {
    List<List<Cell>> rows =
        points.stream()
            .map(
                p ->
                    Table.row(
                        p.loss(),
                        p.mi(),
                        p.batch(),
                        p.error(),
                        p.meanSquaredError().low(),
                        p.meanSquaredError().high(),
                        p.error() / Math.pow(GradientCell.trueGradient(p.mi()), 2),
                        p.bias().mean(),
                        p.bias().low(),
                        p.bias().high()))
            .toList();
    return Table.of(
        "Every loss",
        List.of(
            Column.text("loss", "whose value's gradient it is"),
            Column.integer("MI", "true mutual information, nats"),
            Column.integer("K", "pairs in a batch"),
            Column.significant("error", "mean squared error per dimension, nats²", 3),
            Column.significant("error from", "lower end of its 95 % interval", 3),
            Column.significant("error to", "upper end of its 95 % interval", 3),
            Column.significant("relative", "error over the square of the true gradient", 3),
            Column.significant("bias", "mean of the gradient less the true one, nats", 3),
            Column.significant("bias from", "lower end of its 95 % interval", 3),
            Column.significant("bias to", "upper end of its 95 % interval", 3)),
        rows);
  }

  private List<Integer> sizes() {
    return GradientError.batchSizes(settings);
  }

  private boolean has(String loss) {
    return settings.losses().contains(loss);
  }

  private double ratio(int mi, int batch) {
    return point(CONTRAST, mi, batch).error() / point(NWJ, mi, batch).error();
  }

  /** The points of the first loss: one for each cell. */
  private List<Point> cells() {
    return points.subList(0, sizes().size() * GradientError.LEVELS.size());
  }

  private Point point(String loss, int mi, int batch) {
    return points.stream()
        .filter(p -> p.loss().equals(loss) && p.mi() == mi && p.batch() == batch)
        .findFirst()
        .orElseThrow();
  }

  private Point best(int mi, int batch) {
    return alphas().stream()
        .map(loss -> point(loss, mi, batch))
        .min(Comparator.comparingDouble(Point::error))
        .orElseThrow();
  }

  /** The interpolated bounds among the losses. */
  private List<String> alphas() {
    return settings.losses().stream().filter(loss -> alpha(loss).isPresent()).toList();
  }

  private static Optional<Double> alpha(String loss) {
    Bound bound = LossSpecs.parse(loss).bound();
    return bound instanceof Interpolated interpolated
        ? Optional.of(interpolated.alpha())
        : Optional.empty();
  }

  private static String alphaText(Point point) {
    return alpha(point.loss()).orElseThrow().toString().replaceFirst("\\.0$", "");
  }

  private static int least(List<Integer> values) {
    return values.stream().mapToInt(v -> v).min().orElseThrow();
  }

  private static int largest(List<Integer> values) {
    return values.stream().mapToInt(v -> v).max().orElseThrow();
  }
}
