package org.steadymi.launcher.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.estimators.Exports;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.evaluator.Evaluation;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.Evaluator;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.DotChart;
import org.steadymi.report.Grid;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.Section;
import org.steadymi.report.Table;
import org.steadymi.savedmodels.IfPresent;

/**
 * Contrastive critics on handwritten digits: trained, exported, and evaluated from disk by the
 * separate tool.
 */
final class DigitsPart implements Part {
  private static final int STEPS = 3000;
  private static final int BATCH = 64;

  private final Path models;
  private final int seed;
  private final PairSource data = PairSources.parse("digits");
  private final Map<String, EvaluationResult> results = new ConcurrentHashMap<>();

  DigitsPart(Path models, int seed) {
    this.models = models;
    this.seed = seed;
  }

  @Override
  public long steps() {
    return (long) Losses.choiLee().size() * STEPS;
  }

  @Override
  public List<Callable<Void>> work(Steps steps) {
    List<Callable<Void>> work = new ArrayList<>();
    for (String loss : Losses.choiLee()) {
      work.add(
          () -> {
            TrainingConfig config = config(loss);
            TrainingResult trained = Runs.train(config, steps).get(0);
            Path model = models.resolve(loss);
            Exports.export(model, config, trained, IfPresent.REPLACE);
            results.put(loss, Evaluator.evaluate(model, Evaluation.DEFAULT.withProbe()));
            return null;
          });
    }
    return work;
  }

  @Override
  public Section section() {
    return new Section(
        "digits",
        "Handwritten digits: from critic to SavedModel to evaluation",
        "A pair is two different images of the same digit, so X and Y share their class and I(X;Y) is close to"
            + " H(label) = log 10 = 2.303 nats. T(x, y) = f(x) · g(y) with two encoders of two hidden layers of 128 and 32"
            + " features; 3,000 steps of 64 pairs, Adam at 1e-3, λ = 1. Each critic was exported as a SavedModel; a separate evaluator, which knows"
            + " nothing of training, loaded it from disk and measured it on images that were neither trained on nor"
            + " used to choose the checkpoint.",
        List.of(new Grid(2, List.of(miChart(), accuracyChart())), table()));
  }

  @Override
  public List<String> findings() {
    long learned =
        Losses.choiLee().stream().filter(l -> probe(l) > raw().probe().report().value()).count();
    return List.of(
        String.format(
            Locale.ROOT,
            "Digits: %d of 12 encoders classify better than the pixels (probe %.1f %%); ReMINE reads %.2f of log 10 ="
                + " 2.30 nats and its probe %.1f %%.",
            learned,
            100 * raw().probe().report().value(),
            own("remine", Averaging.MACRO).estimate().value(),
            100 * probe("remine")));
  }

  private TrainingConfig config(String loss) {
    SeparableCritic critic =
        new SeparableCritic(
            data.xSize(), data.ySize(), new SeparableCritic.Settings(128, 2, 32, false));
    return TrainingConfig.of(data, critic, Losses.named(loss))
        .with(new Optimizer.Adam(1e-3))
        .with(new Schedule(STEPS))
        .with(new LoopSettings(BATCH, seed));
  }

  private DotChart miChart() {
    return DotChart.of(
            "Mutual information, by the loss's own read-out",
            "nats",
            group("macro: mean of batches", Averaging.MACRO),
            group("micro: all scores pooled", Averaging.MICRO))
        .withReferences(ReferenceLine.at(Math.log(10), "log 10"));
  }

  private DotChart.Group group(String name, Averaging averaging) {
    return new DotChart.Group(
        name,
        Losses.choiLee().stream()
            .map(loss -> DotChart.Dot.of(loss, own(loss, averaging).estimate().value()))
            .toList());
  }

  private DotChart accuracyChart() {
    return DotChart.of(
            "Accuracy of the frozen features",
            "share of the report split",
            new DotChart.Group(
                "linear probe",
                Losses.choiLee().stream().map(l -> DotChart.Dot.of(l, probe(l))).toList()),
            new DotChart.Group(
                "nearest neighbour, dot product",
                Losses.choiLee().stream()
                    .map(l -> DotChart.Dot.of(l, nearest(features(l))))
                    .toList()))
        .withReferences(ReferenceLine.at(raw().probe().report().value(), "probe on pixels"));
  }

  private Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (String loss : Losses.choiLee()) {
      Reading macro = own(loss, Averaging.MACRO);
      MiResult mi = mi(loss);
      rows.add(
          Table.row(
              loss,
              macro.readOut().title(),
              macro.estimate().value(),
              macro.estimate().standardError(),
              own(loss, Averaging.MICRO).estimate().value(),
              mi.levels().logMarginal().value(),
              probe(loss),
              nearest(features(loss))));
    }
    rows.add(
        Table.row(
            "pixels",
            "–",
            Double.NaN,
            Double.NaN,
            Double.NaN,
            Double.NaN,
            raw().probe().report().value(),
            nearest(raw())));
    return Table.of(
        "What the evaluator read from disk",
        List.of(
            Column.text(
                "loss",
                "the loss that the critic was trained on; pixels: the images themselves, to compare with"),
            Column.text("read-out", "how the value is read off the scores"),
            Column.fixed("MI macro", "mean over batches of 64 of the report split, nats", 2),
            Column.fixed(
                "±",
                "standard error of the macro value between batches, nats; batches share images",
                2),
            Column.fixed("MI micro", "all scores pooled, nats", 2),
            Column.fixed(
                "log M", "level of the marginal scores, nats; 0 where the critic is normalised", 2),
            Column.percent(
                "probe", "multinomial logistic regression on frozen features, report split", 1),
            Column.percent("1-NN", "nearest training image by dot product, report split", 1)),
        rows);
  }

  private MiResult mi(String loss) {
    return results.get(loss).mi().orElseThrow();
  }

  /**
   * The reading of the loss's own read-out; read-outs that do not depend on averaging have one for
   * both.
   */
  private Reading own(String loss, Averaging averaging) {
    MiResult mi = mi(loss);
    Predicate<Reading> fits = r -> r.averaging() == averaging || r.averaging() == Averaging.BOTH;
    return mi.readings().stream().filter(mi::isOwn).filter(fits).findFirst().orElseThrow();
  }

  private Representation features(String loss) {
    return representation(loss, Representation.FEATURES);
  }

  private Representation raw() {
    return representation(Losses.choiLee().get(0), Representation.RAW);
  }

  private Representation representation(String loss, String name) {
    return results.get(loss).representations().stream()
        .filter(r -> r.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private double probe(String loss) {
    return features(loss).probe().report().value();
  }

  private static double nearest(Representation representation) {
    return representation.nearest().get(Similarity.DOT).value();
  }
}
