package org.steadymi.laboratory.images;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.DotChart;
import org.steadymi.report.Grid;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;

/** The conclusion of the self-consistency study. */
final class ConsistencyReport {
  /** What counts as kept: a ratio within this share of what it must be. */
  private static final double TOLERANCE = 0.1;

  private final SelfConsistency study;
  private final Settings settings;
  private final List<Ratios> losses;
  private final int[] grid;
  private final int half;
  private final int all;

  ConsistencyReport(SelfConsistency study, Settings settings, List<Ratios> losses) {
    this.study = study;
    this.settings = settings;
    this.losses = losses;
    this.grid = SelfConsistency.rows(Property.BASELINE, settings);
    int[] tested = SelfConsistency.rows(Property.ADDITIVITY, settings);
    this.half = tested[0];
    this.all = tested[tested.length - 1];
  }

  Conclusion conclusion() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(table());
    blocks.add(Grid.ofTwo(overRows("plain", false), overRows("regularised", true)));
    blocks.add(Grid.ofTwo(dots(Property.PROCESSING), dots(Property.ADDITIVITY)));
    blocks.add(everyRatio());
    List<String> findings = new ArrayList<>();
    findings.add(baseline());
    findings.add(finding(Property.PROCESSING, "Data processing"));
    findings.add(finding(Property.ADDITIVITY, "Additivity"));
    ceiling().ifPresent(findings::add);
    return new Conclusion(
        findings,
        List.of(new Section(study.name(), study.title(), lead(), List.copyOf(blocks))),
        List.of());
  }

  private String lead() {
    return String.format(
        Locale.ROOT,
        "X is an image of %s, Y the same image with all but its top t of %d rows set to 0. Nobody knows I(X;Y), but"
            + " (1) I(X;Y) / I(X;X) must be 0 at t = 0, must not fall as t rises, and is 1 at the end; (2) I([X,X];"
            + " [Y,h(Y)]) / I(X;Y) must be 1, where h keeps %d rows fewer than Y; (3) I([X1,X2]; [Y1,Y2]) / I(X;Y) must be 2"
            + " for two images that are drawn independently (Song, Ermon 2020, arXiv:1910.06222).\n\n"
            + "Critic: %s; Adam at %s, %,d steps of %d pairs, %s; λ = %s unless the loss names it. Each critic is"
            + " chosen on a selection split and read on a report split of other images: the loss's own read-out in nats,"
            + " as the mean over batches of %d. Every estimate is a bound or an approximation on images that the critic"
            + " has not seen, and the ratios are of such estimates. InfoNCE cannot pass log K = %.2f nats: where I(X;Y)"
            + " reads close to that, a ratio below 2 in (3) is the ceiling's.",
        settings.data(),
        all,
        Property.DROPPED,
        settings.critic(),
        ImageProtocol.LEARNING_RATE,
        settings.steps(),
        PropertyCell.BATCH,
        settings.seedsInWords(),
        PropertyCell.LAMBDA,
        PropertyCell.BATCH,
        Math.log(PropertyCell.BATCH));
  }

  private String baseline() {
    List<Ratios> reading = losses.stream().filter(l -> l.whole().mean() >= Ratios.LEAST).toList();
    if (reading.isEmpty()) {
      return "Baseline: no loss reads I(X;X) above %s nats, which a ratio needs."
          .formatted(Ratios.LEAST);
    }
    List<String> falling =
        reading.stream().filter(l -> l.fall().mean() > TOLERANCE).map(Ratios::loss).toList();
    double zero =
        reading.stream()
            .mapToDouble(l -> Math.abs(l.of(Property.BASELINE, 0).mean()))
            .max()
            .orElseThrow();
    return String.format(
        Locale.ROOT,
        "Baseline: %d of %d losses read I(X;X) above %s nats; at t = 0 the ratio is within %.2f of 0, and %s by more"
            + " than %s of I(X;X) from one t to the next.",
        reading.size(),
        losses.size(),
        Ratios.LEAST,
        zero,
        falling.isEmpty()
            ? "none falls"
            : String.join(", ", falling) + (falling.size() == 1 ? " falls" : " fall"),
        TOLERANCE);
  }

  /** Losses that cannot read twice as much. */
  private Optional<String> ceiling() {
    List<String> full = losses.stream().filter(this::isFull).map(Ratios::loss).toList();
    return full.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "At their ceiling log %d = %.2f nats with I(X;X): %s; their ratio of additivity is 1 for that reason.",
                PropertyCell.BATCH,
                Math.log(PropertyCell.BATCH),
                String.join(", ", full)));
  }

  private boolean isFull(Ratios loss) {
    OptionalDouble ceiling =
        LossSpecs.parse(loss.loss()).bound().properties().ceilingAt(PropertyCell.BATCH);
    return ceiling.isPresent() && loss.whole().mean() > (1 - TOLERANCE) * ceiling.getAsDouble();
  }

  private String finding(Property property, String name) {
    List<Ratios> measured =
        losses.stream().filter(l -> Double.isFinite(l.of(property, half).mean())).toList();
    if (measured.isEmpty()) {
      return name + ": no loss reads enough at half of the rows for a ratio.";
    }
    List<Ratios> sorted =
        measured.stream()
            .sorted((a, b) -> Double.compare(mean(a, property), mean(b, property)))
            .toList();
    long kept =
        measured.stream()
            .filter(l -> Math.abs(mean(l, property) / property.ratio() - 1) <= TOLERANCE)
            .count();
    return String.format(
        Locale.ROOT,
        "%s at t = %d: the ratio, which must be %.0f, is %.2f (%s) to %.2f (%s); within %.0f %% of it for %d of %d"
            + " losses.",
        name,
        half,
        property.ratio(),
        mean(sorted.get(0), property),
        sorted.get(0).loss(),
        mean(sorted.get(sorted.size() - 1), property),
        sorted.get(sorted.size() - 1).loss(),
        100 * TOLERANCE,
        kept,
        losses.size());
  }

  private double mean(Ratios loss, Property property) {
    return loss.of(property, half).mean();
  }

  private Table table() {
    int nearly = grid[grid.length - 2];
    List<List<Cell>> rows = new ArrayList<>();
    for (Ratios l : losses) {
      Interval most = l.of(Property.BASELINE, nearly);
      Interval processing = l.of(Property.PROCESSING, half);
      Interval additivity = l.of(Property.ADDITIVITY, half);
      rows.add(
          Table.row(
              l.loss(),
              l.whole().mean(),
              l.of(Property.BASELINE, 0).mean(),
              most.mean(),
              most.low(),
              most.high(),
              l.fall().mean(),
              processing.mean(),
              processing.low(),
              processing.high(),
              additivity.mean(),
              additivity.low(),
              additivity.high(),
              l.exploded()));
    }
    return Table.of("Ratios that must be 1, 1 and 2", columns(nearly), rows)
        .withCaption(
            "Means over seeds with 95 %% intervals; (2) and (3) at t = %d of %d rows. A ratio is left out where it is over an estimate below %s nats."
                .formatted(half, all, Ratios.LEAST));
  }

  private List<Column> columns(int nearly) {
    String from = "lower end of its 95 % interval over seeds";
    String to = "upper end of its 95 % interval over seeds";
    return List.of(
        Column.text("loss", "the loss that the critics were trained on"),
        Column.fixed("I(X;X)", "estimate with all rows kept, nats", 2),
        Column.fixed("(1) t = 0", "I(X;Y) / I(X;X) with no row kept: must be 0", 2),
        Column.fixed(
            "(1) t = " + nearly, "I(X;Y) / I(X;X) at the last t but one: must come close to 1", 2),
        Column.fixed("(1) from", from, 2),
        Column.fixed("(1) to", to, 2),
        Column.fixed("(1) fall", "largest fall of the ratio from a t to the next: must be 0", 2),
        Column.fixed("(2)", "data processing: must be 1", 2),
        Column.fixed("(2) from", from, 2),
        Column.fixed("(2) to", to, 2),
        Column.fixed("(3)", "additivity: must be 2", 2),
        Column.fixed("(3) from", from, 2),
        Column.fixed("(3) to", to, 2),
        Column.integer("exploded", "trainings of which a term left what exp can hold"));
  }

  private List<Ratios> group(boolean regularised) {
    return losses.stream()
        .filter(l -> LossSpecs.parse(l.loss()).regularizer().isPresent() == regularised)
        .toList();
  }

  private LineChart overRows(String which, boolean regularised) {
    double[] t = Arrays.stream(grid).asDoubleStream().toArray();
    Stream<Series> series =
        group(regularised).stream()
            .map(
                l ->
                    Interval.series(
                        l.loss(),
                        t,
                        IntStream.of(grid).mapToObj(k -> l.of(Property.BASELINE, k)).toList()));
    Series even = Series.of("t / rows", t, Arrays.stream(t).map(k -> k / all).toArray());
    return LineChart.of(
            "(1) Baseline, " + which,
            "t, rows kept",
            "I(X;Y) / I(X;X)",
            Stream.concat(series, Stream.of(even.with(Series.Style.FAINT))).toArray(Series[]::new))
        .withAxes(Axis.linear("t, rows kept"), Axis.linear("I(X;Y) / I(X;X)").within(-0.5, 2))
        .withReferences(ReferenceLine.at(1, "1"))
        .withCaption(
            "Means over seeds, with 95 % intervals; the pale line is no estimate. Ratios below −0.5 or above 2 lie at the edge.");
  }

  private DotChart dots(Property property) {
    boolean processing = property == Property.PROCESSING;
    return DotChart.of(
            processing ? "(2) Data processing" : "(3) Additivity",
            "ratio",
            IntStream.of(half, all)
                .mapToObj(
                    t ->
                        new DotChart.Group(
                            "t = " + t,
                            losses.stream()
                                .map(l -> DotChart.Dot.of(l.loss(), l.of(property, t).mean()))
                                .toList()))
                .toArray(DotChart.Group[]::new))
        .withAxis(Axis.linear("ratio").within(0, 2 * property.ratio()))
        .withReferences(ReferenceLine.at(property.ratio(), processing ? "1" : "2"))
        .withCaption("Means over seeds.");
  }

  private Table everyRatio() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Ratios l : losses) {
      for (Property property : Property.values()) {
        for (int t : SelfConsistency.rows(property, settings)) {
          Interval ratio = l.of(property, t);
          rows.add(
              Table.row(
                  "%s, %s, t = %d".formatted(l.loss(), property.name().toLowerCase(Locale.ROOT), t),
                  ratio.n(),
                  ratio.mean(),
                  ratio.low(),
                  ratio.high()));
        }
      }
    }
    return Table.of(
        "Every ratio, with its interval",
        List.of(
            Column.text("ratio", "loss, test, rows kept"),
            Column.integer("n", "seeds with a ratio"),
            Column.fixed("mean", "mean over seeds", 3),
            Column.fixed("from", "lower end of the mean's 95 % interval over seeds", 3),
            Column.fixed("to", "upper end of the mean's 95 % interval over seeds", 3)),
        rows);
  }
}
