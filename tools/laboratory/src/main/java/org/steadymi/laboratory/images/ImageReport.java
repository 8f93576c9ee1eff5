package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.steadymi.datasets.LabelledDraws;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Spec;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.DotChart;
import org.steadymi.report.Grid;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/** The conclusion of an image study. */
final class ImageReport {
  private static final String PLAIN = "plain";
  private static final String REGULARISED = "regularised";

  /** Columns that only one of the tasks has. */
  private static final String TRAINING = "training";

  private static final String PROBE = "probe";

  private final ImageStudy study;
  private final Settings settings;
  private final List<LossOutcomes> losses;
  private final Map<String, List<LossOutcomes>> candidates;
  private final LossOutcomes.Scale scale;
  private final ImageSamples samples;
  private final List<String> classes;
  private final int batch;

  ImageReport(
      ImageStudy study,
      Settings settings,
      List<LossOutcomes> losses,
      Map<String, List<LossOutcomes>> candidates) {
    this.study = study;
    this.settings = settings;
    this.losses = losses;
    this.candidates = candidates;
    PairSource data = study.task().open(settings.data());
    int count = data.labelledDraws().map(LabelledDraws::classes).orElseThrow();
    this.scale = new LossOutcomes.Scale(data.trueMi().orElseThrow(), 1.0 / count);
    this.samples = ImageSamples.of(data);
    this.classes = ClassLabels.of(Spec.parse(data.spec()).name(), count);
    this.batch = ImageProtocol.batch(settings, count);
  }

  Conclusion conclusion() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(table());
    blocks.add(Grid.ofTwo(miChart(), accuracyChart()));
    blocks.add(scatter());
    blocks.add(estimates());
    blocks.add(accuracies());
    blocks.addAll(new ImagePictures(losses, scale, classes, samples).blocks());
    if (choosesWeights()) {
      blocks.add(lambdas());
    }
    return new Conclusion(
        findings(),
        List.of(new Section(study.name(), study.title(), lead(), List.copyOf(blocks))),
        PublishedImages.compare(study.task(), settings, losses));
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "%s Critic: %s on %s; Adam at %s, %,d steps of %d images, %s. Each critic is chosen among the untrained"
            + " one and %d looks at a selection split by the loss's objective, before any explosion; exported; and measured"
            + " from disk by the separate evaluator on the report split: the loss's own read-out as the mean over batches"
            + " of %d, and the accuracy of the %s.%s Batch normalisation uses its moving averages wherever a critic is measured.",
        study.task() == ImageTask.SUPERVISED
            ? "T(x, y) is the logit of label y for image x. Joint scores are those of the true labels, marginal scores"
                + " those of all labels, so y is exactly uniform, and I(X;Y) = H(Y) as far as an image determines its label."
            : "T(x, y) = f(x) · f(y) of two images. Joint pairs are the two images of one class in a batch, marginal pairs"
                + " all pairs of two images in it; I(X;Y) is −log Σ p², the entropy of the label for equal classes.",
        settings.critic(),
        settings.data(),
        ImageProtocol.LEARNING_RATE,
        settings.steps(),
        batch,
        settings.seedsInWords(),
        ImageCell.looks(settings),
        batch,
        study.task().classifier(),
        choosesWeights()
            ? " λ is the one of 0.1, 0.01 and 0.001 with the highest estimate on the selection split."
            : "");
  }

  private boolean choosesWeights() {
    return settings.losses().stream().anyMatch(ImageProtocol::choosesWeight);
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (String which : present()) {
      List<LossOutcomes> group = group(which);
      String collapsed = counted(group, l -> l.collapsed(scale));
      String unread = counted(group, l -> l.unread(scale));
      findings.add(
          "%s losses: %s;%s %s."
              .formatted(
                  which.equals(REGULARISED) ? "Regularised" : "Plain",
                  collapsed.isEmpty() ? "none collapses" : collapsed + " collapse",
                  unread.isEmpty() ? "" : " " + unread + " classify, but read nothing;",
                  range(group)));
    }
    PublishedImages.difference(study.task(), settings, batch).ifPresent(findings::add);
    List<String> collapsed =
        losses.stream().filter(l -> l.collapsed(scale) > 0).map(LossOutcomes::loss).toList();
    List<String> here = losses.stream().map(LossOutcomes::loss).toList();
    PublishedImages.carriesOver(study.task(), settings, here, collapsed).ifPresent(findings::add);
    return findings;
  }

  /** The losses with as many seeds as were counted, in words; empty where there are none. */
  private static String counted(List<LossOutcomes> group, ToLongFunction<LossOutcomes> count) {
    return group.stream()
        .filter(l -> count.applyAsLong(l) > 0)
        .map(l -> l.loss() + " (" + count.applyAsLong(l) + " of " + l.outcomes().size() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Least and largest mean estimate of those losses of which every critic reads something. */
  private String range(List<LossOutcomes> group) {
    double[] means =
        group.stream()
            .filter(l -> l.collapsed(scale) + l.unread(scale) == 0)
            .mapToDouble(l -> l.interval(Figure.MI_MACRO).mean())
            .sorted()
            .toArray();
    return means.length == 0
        ? String.format(Locale.ROOT, "none reads the %.2f nats of the labels", scale.truth())
        : String.format(
            Locale.ROOT,
            "%s read %.2f to %.2f of %.2f nats",
            means.length == group.size() ? "they" : "the others",
            means[0],
            means[means.length - 1],
            scale.truth());
  }

  /** Which of plain and regularised losses there are. */
  private List<String> present() {
    return Stream.of(PLAIN, REGULARISED).filter(which -> !group(which).isEmpty()).toList();
  }

  private List<LossOutcomes> group(String which) {
    return losses.stream().filter(l -> l.regularised() == which.equals(REGULARISED)).toList();
  }

  private Table table() {
    List<Column> columns = new ArrayList<>(columns());
    String absent = study.task() == ImageTask.SUPERVISED ? PROBE : TRAINING;
    int at = columns.stream().map(Column::header).toList().indexOf(absent);
    columns.remove(at);
    List<List<Cell>> rows = new ArrayList<>();
    for (LossOutcomes l : losses) {
      List<Cell> row = new ArrayList<>(row(l));
      row.remove(at);
      rows.add(row);
    }
    return Table.of("What the evaluator read from disk", columns, rows)
        .withCaption(
            String.format(
                Locale.ROOT,
                "True value %.3f nats, chance %.1f %%. Where training exploded the exported critic is the last good one,"
                    + " which may be the untrained one.",
                scale.truth(),
                100 * scale.chance()));
  }

  private List<Column> columns() {
    return List.of(
        Column.text("loss", "the loss that the critics were trained on"),
        Column.text("λ", "weight of the regulariser, chosen on the selection split"),
        Column.fixed("MI", "macro, mean over seeds, nats; 0 where the mean is negative", 2),
        Column.fixed("raw", "the same as it is", 2),
        Column.fixed("from", "lower end of its 95 % interval over seeds", 2),
        Column.fixed("to", "upper end of its 95 % interval over seeds", 2),
        Column.fixed("micro", "all scores pooled, mean over seeds, nats", 2),
        Column.fixed("ceiling", "what batches of %d let the loss read, nats".formatted(batch), 2),
        Column.fixed(TRAINING, "macro, on images the critic was trained on", 2),
        Column.percent("accuracy", study.task().classifier() + ", report split", 1),
        Column.percent("acc. from", "lower end of its 95 % interval over seeds", 1),
        Column.percent("acc. to", "upper end of its 95 % interval over seeds", 1),
        Column.percent(PROBE, "linear probe of frozen features, report split", 1),
        Column.fixed("MI at end", "selection split, at the last look, nats", 2),
        Column.percent("acc. at end", samples.queries() + " images, at the last look", 1),
        Column.integer("exploded", "seeds of which a term left what exp can hold"),
        Column.integer(
            "collapsed",
            "seeds with less than 2 % of the true value and at most 1.5 times the accuracy of chance"),
        Column.integer(
            "unread", "seeds with less than 2 % of the true value and a better accuracy"));
  }

  private List<Cell> row(LossOutcomes l) {
    Interval mi = l.interval(Figure.MI_MACRO);
    Interval accuracy = l.interval(Figure.ACCURACY);
    return Table.row(
        l.loss(),
        l.lambda(),
        clipped(mi.mean()),
        mi.mean(),
        mi.low(),
        mi.high(),
        l.interval(Figure.MI_MICRO).mean(),
        l.ceiling(study.task(), batch, classes.size()),
        mean(l, Figure.MI_TRAINING, ImageTask.SUPERVISED),
        accuracy.mean(),
        accuracy.low(),
        accuracy.high(),
        mean(l, Figure.PROBE, ImageTask.CONTRASTIVE),
        l.interval(o -> o.last(1)).mean(),
        l.interval(o -> o.last(2)).mean(),
        l.exploded(),
        l.collapsed(scale),
        l.unread(scale));
  }

  /** The mean of what only one of the tasks has. */
  private double mean(LossOutcomes l, Figure figure, ImageTask task) {
    return study.task() == task ? l.interval(figure).mean() : Double.NaN;
  }

  private static double clipped(double value) {
    return value < 0 ? 0 : value;
  }

  private DotChart miChart() {
    return DotChart.of("Mutual information", "nats", dots(Figure.MI_MACRO))
        .withReferences(ReferenceLine.at(scale.truth(), "H(label)"))
        .withCaption("Macro, mean over seeds; negative means are drawn at 0.");
  }

  private DotChart accuracyChart() {
    return DotChart.of("Accuracy", "share of the report split", dots(Figure.ACCURACY))
        .withReferences(ReferenceLine.at(scale.chance(), "chance"));
  }

  private DotChart.Group[] dots(Figure figure) {
    return present().stream()
        .map(
            which ->
                new DotChart.Group(
                    which,
                    group(which).stream()
                        .map(l -> DotChart.Dot.of(l.plain(), clipped(l.interval(figure).mean())))
                        .toList()))
        .toArray(DotChart.Group[]::new);
  }

  private ScatterChart scatter() {
    ScatterChart chart =
        ScatterChart.of(
                "Mutual information and accuracy",
                "MI, nats (negative means at 0)",
                "accuracy",
                present().stream().map(this::points).toArray(ScatterChart.Group[]::new))
            .withVertical(ReferenceLine.at(scale.truth(), "H(label)"))
            .withHorizontal(ReferenceLine.at(scale.chance(), "chance"));
    return present().size() < 2
        ? chart.withCaption("Means over seeds.")
        : chart
            .withArrows(PLAIN, REGULARISED)
            .withCaption("Means over seeds; an arrow leads from a loss to its regularised form.");
  }

  private ScatterChart.Group points(String which) {
    List<LossOutcomes> group = group(which);
    return ScatterChart.Group.of(
            which,
            group.stream().mapToDouble(l -> clipped(l.interval(Figure.MI_MACRO).mean())).toArray(),
            group.stream().mapToDouble(l -> l.interval(Figure.ACCURACY).mean()).toArray())
        .withLabels(group.stream().map(LossOutcomes::plain).toList());
  }

  /** Estimates at the looks at the critics. */
  private Grid estimates() {
    Axis axis = Axis.linear("nats").within(-0.5, Double.POSITIVE_INFINITY);
    return perKind(
        which ->
            progress("Estimate on the selection split, " + which, which, 1, axis)
                .withReferences(ReferenceLine.at(scale.truth(), "H(label)"))
                .withCaption("First seed; what lies below −0.5 is drawn at the edge."));
  }

  private Grid accuracies() {
    String title = "Accuracy on %d images, ".formatted(samples.queries());
    return perKind(
        which ->
            progress(title + which, which, 2, Axis.linear("share"))
                .withReferences(ReferenceLine.at(scale.chance(), "chance"))
                .withCaption("First seed; images of the report split."));
  }

  private Grid perKind(Function<String, Chart> chart) {
    return new Grid(2, present().stream().map(chart).toList());
  }

  private LineChart progress(String title, String which, int column, Axis axis) {
    Series[] series =
        group(which).stream()
            .map(l -> Series.of(l.loss(), l.first().snapshots(0), l.first().snapshots(column)))
            .toArray(Series[]::new);
    return LineChart.of(title, "step", axis.label(), series).withAxes(Axis.linear("step"), axis);
  }

  private Table lambdas() {
    List<List<Cell>> rows = new ArrayList<>();
    candidates.forEach(
        (loss, all) -> {
          for (LossOutcomes candidate : all) {
            if (candidate.regularised()) {
              rows.add(
                  Table.row(
                      loss,
                      candidate.lambda(),
                      candidate.interval(Figure.SELECTION_VALUE).mean(),
                      candidate.interval(Figure.MI_MACRO).mean(),
                      candidate.interval(Figure.ACCURACY).mean(),
                      losses.contains(candidate) ? "yes" : "no"));
            }
          }
        });
    return Table.of(
        "The choice of λ",
        List.of(
            Column.text("loss", "the loss"),
            Column.text("λ", "weight of the regulariser"),
            Column.fixed("selection", "estimate on the selection split, mean over seeds, nats", 3),
            Column.fixed("report", "estimate on the report split, mean over seeds, nats", 3),
            Column.percent("accuracy", study.task().classifier() + ", report split", 1),
            Column.text("chosen", "whether its estimate on the selection split is the highest")),
        rows);
  }
}
