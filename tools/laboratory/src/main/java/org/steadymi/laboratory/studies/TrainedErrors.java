package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Block;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.Section;

/**
 * The errors of the losses at critics that are trained up the staircase.
 *
 * @param settings of the study
 * @param losses the points of each loss, in the order of levels
 */
record TrainedErrors(Settings settings, List<List<ErrorPoint>> losses) {
  private static final String NOTEBOOK = "reference notebook, critic not stated";

  private static final Map<String, List<Double>> PUBLISHED_BIAS =
      Map.of(
          "infonce", List.of(-0.30, -1.00, -2.31, -4.00, -5.89),
          "nwj", List.of(-0.20, -0.36, -0.74, -1.47, -2.70),
          "tuba", List.of(-0.17, -0.33, -0.74, -1.42, -2.85),
          "ialpha:alpha=0.01", List.of(-0.16, -0.28, -0.53, -1.01, -1.91),
          "remine", List.of(-0.15, -0.27, -0.50, -0.66, -0.58));

  private static final Map<String, List<Double>> PUBLISHED_VARIANCE =
      Map.of("nwj", List.of(0.15, 0.26, 1.54, 6.85, 23.4));

  static TrainedErrors of(Settings settings, Results results) {
    return new TrainedErrors(
        settings, settings.losses().stream().map(loss -> points(settings, results, loss)).toList());
  }

  private static List<ErrorPoint> points(Settings settings, Results results, String loss) {
    List<Curve> curves =
        BiasVariance.trained(settings, loss).stream()
            .map(cell -> results.of(cell.key()).curves().get(0))
            .toList();
    List<ErrorPoint> points = new ArrayList<>();
    for (int i = 0; i < Staircase.LEVELS.size(); i++) {
      int mi = Staircase.LEVELS.get(i);
      Tail tail = Staircase.endOfLevel(settings.steps(), i);
      points.add(
          new ErrorPoint(
              loss,
              mi,
              over(curves, c -> tail.mean(c, Metric.VALUE) - mi),
              over(curves, c -> squares(c, tail, tail.mean(c, Metric.VALUE))),
              over(curves, c -> squares(c, tail, mi))));
    }
    return points;
  }

  private static Interval over(List<Curve> curves, ToDoubleFunction<Curve> quantity) {
    return Interval.of(curves.stream().mapToDouble(quantity).toArray());
  }

  /** Mean squared distance of the values from a centre; NaN if the curve ends before the tail. */
  private static double squares(Curve curve, Tail tail, double centre) {
    if (curve.steps() < tail.to()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int step = tail.from(); step < tail.to(); step++) {
      double distance = curve.at(step, Metric.VALUE) - centre;
      sum += distance * distance;
    }
    return sum / tail.steps();
  }

  List<Comparison> comparisons() {
    List<Comparison> all = new ArrayList<>();
    for (List<ErrorPoint> points : losses) {
      String loss = points.get(0).loss();
      List<Double> biases = PUBLISHED_BIAS.getOrDefault(loss, List.of());
      List<Double> variances = PUBLISHED_VARIANCE.getOrDefault(loss, List.of());
      for (int i = 0; i < biases.size(); i++) {
        ErrorPoint point = points.get(i);
        all.add(comparison(point, "bias, nats", biases.get(i), point.bias()));
        if (!variances.isEmpty()) {
          all.add(comparison(point, "variance, nats²", variances.get(i), point.variance()));
        }
      }
    }
    return all;
  }

  private Comparison comparison(ErrorPoint point, String quantity, double theirs, Interval ours) {
    return new Comparison(
        "%s, trained %s, MI %d: %s"
            .formatted(point.loss(), settings.critic(), point.mi(), quantity),
        Published.at(theirs, NOTEBOOK),
        ours);
  }

  List<String> findings() {
    int top = Staircase.LEVELS.size() - 1;
    List<ErrorPoint> last = losses.stream().map(points -> points.get(top)).toList();
    return last.stream()
        .filter(point -> Double.isFinite(point.bias().mean()))
        .min((a, b) -> Double.compare(rank(a), rank(b)))
        .map(
            best ->
                String.format(
                    Locale.ROOT,
                    "Of the trained losses %s has the least mean squared error at %d nats: %.2g nats², with bias %.2f.",
                    best.loss(),
                    best.mi(),
                    best.meanSquaredError().mean(),
                    best.bias().mean()))
        .stream()
        .toList();
  }

  private static double rank(ErrorPoint point) {
    return point.meanSquaredError().mean();
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    List<Chart> charts = new ArrayList<>();
    for (ErrorPoint.Quantity quantity : ErrorPoint.Quantity.values()) {
      charts.add(ErrorPoint.chart("Trained", quantity, losses));
    }
    blocks.add(new Grid(3, charts));
    blocks.add(
        ErrorPoint.table(
            "Trained critics, K = " + StairsCell.BATCH,
            losses.stream().flatMap(List::stream).toList(),
            "seeds"));
    List<Comparison> comparisons = comparisons();
    if (!comparisons.isEmpty()) {
      blocks.add(Comparison.table("Beside the notebook's numbers", comparisons));
    }
    return new Section("trained", "At trained critics", lead(), blocks);
  }

  private String lead() {
    int steps = settings.steps() / Staircase.LEVELS.size();
    return String.format(
        Locale.ROOT,
        "The same vectors, and critics that learn: %s, Adam at 5e-4, batches of %d, the mutual information at 2, 4, 6, 8"
            + " and 10 nats for %,d steps each while one critic goes on training; %s. Values are those of training"
            + " batches before the step that they are used for, over the last %,d steps of each level, as in the"
            + " staircase: bias is their mean less I, variance their spread from step to step, which holds the batch's"
            + " share and the critic's; intervals are over seeds. A seed that explodes counts for no level that it does"
            + " not finish.\n\n"
            + "The notebook whose numbers stand beside ours does not say which critic it used, over which steps it"
            + " averaged, or whether its baseline was learned; where ours differ, that is a candidate before any"
            + " other. Its learning rate, batch size and steps per level are those of the paper preset.",
        settings.critic(),
        StairsCell.BATCH,
        steps,
        settings.seedsInWords(),
        Staircase.endOfLevel(settings.steps(), 0).steps());
  }
}
