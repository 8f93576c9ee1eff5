package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.steadymi.estimators.Diagnosis;
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
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.Grid;
import org.steadymi.report.LineChart;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/**
 * The two symptoms of Choi and Lee 2022, figures 1 to 3, on one-hot symbols: at batch 100 the terms
 * of a loss that leaves its level free drift, at batch 32 they run away; regularised they do
 * neither. Counted over seeds.
 *
 * @param symptom what is looked for
 */
public record OneHotSymptoms(Symptom symptom) implements Study {
  /** Drift, at batch 100. */
  public static final OneHotSymptoms DRIFT = new OneHotSymptoms(Symptom.DRIFT);

  /** Explosion, at batch 32. */
  public static final OneHotSymptoms EXPLOSION = new OneHotSymptoms(Symptom.EXPLOSION);

  private static final int STEPS = 3000;
  private static final int SIDE_BY_SIDE = 5;
  private static final int TAIL = 300;

  /** A symptom, and the batch size at which it shows. */
  enum Symptom {
    DRIFT(
        "onehot-drift",
        "One-hot symbols at batch 100: drift",
        "terms, estimates and scores of MINE and NWJ at batch 100, plain and regularised: which drift",
        100,
        List.of(
            reference("mine", Metric.JOINT, 0.3, 0.9),
            reference("mine", Metric.LOG_MARGINAL, -2.5, -1.9),
            reference("mine", Metric.VALUE, 2.81, 2.85),
            reference("remine", Metric.JOINT, 2.60, 2.76),
            reference("remine", Metric.LOG_MARGINAL, -0.08, -0.03),
            reference("nwj", Metric.JOINT, 3.65, 3.70),
            reference("nwj", Metric.LOG_MARGINAL, 0.81, 0.85),
            reference("renwj", Metric.JOINT, 2.2, 3.1),
            reference("renwj", Metric.LOG_MARGINAL, 0.7, 0.8))),
    EXPLOSION(
        "onehot-explosion",
        "One-hot symbols at batch 32: explosion",
        "terms, estimates and scores of MINE and NWJ at batch 32, plain and regularised: which explode",
        32,
        List.of(
            reference("mine", Metric.JOINT, -24, -7),
            reference("mine", Metric.LOG_MARGINAL, -31, -12),
            reference("mine", Metric.VALUE, 2.9, 7.1),
            reference("remine", Metric.JOINT, 2.34, 2.42),
            reference("remine", Metric.LOG_MARGINAL, -0.1, -0.06),
            reference("renwj", Metric.JOINT, 1.0, 2.5),
            reference("renwj", Metric.LOG_MARGINAL, 0.7, 1.0)));

    private final String name;
    private final String title;
    private final String shows;
    private final int batch;
    private final List<Reference> references;

    Symptom(String name, String title, String shows, int batch, List<Reference> references) {
      this.name = name;
      this.title = title;
      this.shows = shows;
      this.batch = batch;
      this.references = references;
    }

    private static Reference reference(String loss, Metric metric, double low, double high) {
      return new Reference(loss, metric, new Published(low, high, OneHotCell.INDEPENDENT));
    }
  }

  /** A level that somebody else found. */
  private record Reference(String loss, Metric metric, Published published) {}

  @Override
  public String name() {
    return symptom.name;
  }

  @Override
  public String title() {
    return symptom.title;
  }

  @Override
  public String shows() {
    return symptom.shows;
  }

  @Override
  public Settings defaults(Preset preset) {
    return new Settings(
        preset,
        preset == Preset.QUICK ? 4 : 20,
        new TrainingGrid(STEPS, List.of("mine", "remine", "nwj", "renwj"), OneHotCell.CRITIC));
  }

  @Override
  public List<OneHotCell> cells(Settings settings) {
    List<OneHotCell> cells = new ArrayList<>();
    for (String loss : settings.losses()) {
      cells.addAll(cells(settings, loss));
    }
    return cells;
  }

  private List<OneHotCell> cells(Settings settings, String loss) {
    return SeedGroup.split(settings.seeds(), SIDE_BY_SIDE).stream()
        .map(group -> new OneHotCell(loss, symptom.batch, group, settings))
        .toList();
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    Tail tail = Tail.of(settings.steps(), TAIL);
    List<LossRuns> losses =
        settings.losses().stream()
            .map(loss -> LossRuns.of(loss, cells(settings, loss), results, tail))
            .toList();
    List<Comparison> comparisons = comparisons(losses);
    List<Block> blocks = new ArrayList<>();
    blocks.add(counts(losses));
    blocks.add(
        new Grid(
            2, losses.stream().<Chart>map(l -> terms(l, Drawn.of(settings.steps()))).toList()));
    List<Chart> histograms = losses.stream().flatMap(l -> l.histogram().stream()).toList();
    if (!histograms.isEmpty()) {
      blocks.add(new Grid(2, histograms));
    }
    blocks.add(levels(losses, tail));
    blocks.add(everyCritic(losses, tail));
    if (!comparisons.isEmpty()) {
      blocks.add(Comparison.table("Beside the numbers of others", comparisons));
    }
    return new Conclusion(
        losses.stream().map(l -> finding(l)).toList(),
        List.of(new Section("symptoms", title(), lead(settings, tail), blocks)),
        comparisons);
  }

  private String lead(Settings settings, Tail tail) {
    return String.format(
        Locale.ROOT,
        "x is one of 16 symbols as a one-hot vector and y = x, so I(X;Y) = log 16 = 2.773 nats; marginal pairs are"
            + " drawn independently. The critic is %s, trained by gradient descent at rate 0.1 for %,d steps of %d"
            + " pairs, from %s of initial weights and batches. Regularisers have λ = 1 unless the"
            + " loss says otherwise.\n\n"
            + "J and log M are those of each training batch before the step that it is used for, so every value is read"
            + " on pairs drawn afresh. Levels are means over the last %,d steps of each seed. A critic drifts if, over the"
            + " second half of training, both terms move together while their difference stands still; it explodes at"
            + " the first step at which a term passes ±88.7, beyond which e^T is infinite in float, or is not a number.",
        settings.critic(),
        settings.steps(),
        symptom.batch,
        settings.seedsInWords(),
        tail.steps());
  }

  private static LineChart terms(LossRuns loss, Drawn drawn) {
    OneHotRun run = loss.runs().get(0);
    LineChart chart =
        LineChart.of(
                loss.name(),
                "step",
                "nats",
                drawn.last("estimate", run.curve(), Metric.VALUE),
                drawn.last("log M, marginal term", run.curve(), Metric.LOG_MARGINAL),
                drawn.last("J, joint term", run.curve(), Metric.JOINT))
            .withReferences(ReferenceLine.at(Math.log(16), "true MI"))
            .withCaption(
                "First seed, every "
                    + drawn.width()
                    + "th step. "
                    + word(run.diagnosis())
                    + ": "
                    + run.diagnosis().reason()
                    + ".");
    return run.largestTerm() > 10
        ? chart.withAxes(Axis.linear("step"), Axis.symlog("nats"))
        : chart;
  }

  private static Table counts(List<LossRuns> losses) {
    List<List<Cell>> rows =
        losses.stream()
            .map(
                loss ->
                    Table.row(
                        loss.name(),
                        loss.runs().size(),
                        loss.count(Diagnosis.State.DRIFTING),
                        loss.count(Diagnosis.State.EXPLODED),
                        loss.runs().stream().filter(r -> !r.finite()).count(),
                        loss.sample(OneHotRun::largestTerm).median(),
                        loss.sample(OneHotRun::largestTerm).max()))
            .toList();
    return Table.of(
        "Symptoms, counted over seeds",
        List.of(
            Column.text("loss", "what the critics were trained on"),
            Column.integer("seeds", "critics trained"),
            Column.integer("drift", "critics whose terms drift"),
            Column.integer("explode", "critics one of whose terms passes what exp can hold"),
            Column.integer("not finite", "of these, critics that end as no number at all"),
            Column.significant(
                "largest term, median", "largest |J| or |log M| of any step, median of seeds", 3),
            Column.significant(
                "largest term, max", "largest |J| or |log M| of any step of any seed", 3)),
        rows);
  }

  private static Table levels(List<LossRuns> losses, Tail tail) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LossRuns loss : losses) {
      for (Metric metric : List.of(Metric.JOINT, Metric.LOG_MARGINAL, Metric.VALUE)) {
        Sample levels = loss.sample(r -> r.level(metric));
        Interval mean = loss.interval(r -> r.level(metric));
        rows.add(
            Table.row(
                loss.name() + ": " + quantity(metric),
                levels.size(),
                levels.median(),
                levels.min(),
                levels.max(),
                mean.mean(),
                mean.low(),
                mean.high()));
      }
    }
    return Table.of(
            "Where the terms end",
            List.of(
                Column.text(
                    "level", "mean over the last " + tail.steps() + " steps of a seed, nats"),
                Column.integer("n", "seeds that stay finite; the others are left out"),
                Column.fixed("median", "of these seeds", 2),
                Column.fixed("min", "of these seeds", 2),
                Column.fixed("max", "of these seeds", 2),
                Column.fixed("mean", "of these seeds", 2),
                Column.fixed("from", "lower end of the mean's 95 % interval", 2),
                Column.fixed("to", "upper end of the mean's 95 % interval", 2)),
            rows)
        .withCaption("True MI 2.773 nats. An estimate above it is the error of small batches.");
  }

  private static Table everyCritic(List<LossRuns> losses, Tail tail) {
    String help = ", mean of the last " + tail.steps() + " steps, nats";
    List<List<Cell>> rows = new ArrayList<>();
    for (LossRuns loss : losses) {
      for (int i = 0; i < loss.runs().size(); i++) {
        OneHotRun run = loss.runs().get(i);
        rows.add(
            Table.row(
                loss.name() + ", seed " + (i + 1),
                run.level(Metric.JOINT),
                run.level(Metric.LOG_MARGINAL),
                run.level(Metric.VALUE),
                run.largestTerm(),
                word(run.diagnosis()),
                run.diagnosis().step()));
      }
    }
    return Table.of(
        "Every critic",
        List.of(
            Column.text("critic", "loss, and number of the seed"),
            Column.fixed("J", "joint term" + help, 2),
            Column.fixed("log M", "marginal term" + help, 2),
            Column.fixed("estimate", "the loss's own value" + help, 2),
            Column.fixed("largest term", "largest |J| or |log M| of any step, nats", 1),
            Column.text("diagnosis", "read off the terms over the second half of training"),
            Column.integer("step", "where the explosion began; the last step otherwise")),
        rows);
  }

  private List<Comparison> comparisons(List<LossRuns> losses) {
    List<Comparison> comparisons = new ArrayList<>();
    for (Reference reference : symptom.references) {
      for (LossRuns loss : losses) {
        if (loss.name().equals(reference.loss)) {
          comparisons.add(
              new Comparison(
                  "%s, batch %d: %s, nats"
                      .formatted(loss.name(), symptom.batch, quantity(reference.metric)),
                  reference.published,
                  loss.interval(r -> r.level(reference.metric))));
        }
      }
    }
    return comparisons;
  }

  private String finding(LossRuns loss) {
    Function<Metric, Double> median = m -> loss.sample(r -> r.level(m)).median();
    return String.format(
        Locale.ROOT,
        "%s, batch %d: %d of %d seeds drift, %d explode%s.",
        loss.name(),
        symptom.batch,
        loss.count(Diagnosis.State.DRIFTING),
        loss.runs().size(),
        loss.count(Diagnosis.State.EXPLODED),
        Double.isNaN(median.apply(Metric.VALUE))
            ? ""
            : String.format(
                Locale.ROOT,
                "; log M ends at %.2f, the estimate at %.2f (medians of the %d that stay finite)",
                median.apply(Metric.LOG_MARGINAL),
                median.apply(Metric.VALUE),
                loss.runs().stream().filter(OneHotRun::finite).count()));
  }

  private static String quantity(Metric metric) {
    return switch (metric) {
      case JOINT -> "J";
      case LOG_MARGINAL -> "log M";
      default -> "estimate";
    };
  }

  private static String word(Diagnosis diagnosis) {
    return diagnosis.state().name().toLowerCase(Locale.ROOT);
  }
}
