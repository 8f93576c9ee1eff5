package org.steadymi.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.Pairing;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Optimizer;
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
 * MINE against ReMINE on one-hot symbols: drift at batch 100, explosion at batch 32, neither with
 * the regulariser.
 */
final class OneHotPart implements Part {
  private static final List<String> LOSSES = List.of("mine", "remine");
  private static final List<Integer> BATCHES = List.of(100, 32);
  private static final int STEPS = 3000;
  private static final int CRITICS = 4;
  private static final int TAIL = 300;

  private final OneHot data = new OneHot(16);
  private final int seed;
  private final Map<String, List<TrainingResult>> results = new ConcurrentHashMap<>();

  OneHotPart(int seed) {
    this.seed = seed;
  }

  @Override
  public long steps() {
    return (long) LOSSES.size() * BATCHES.size() * STEPS;
  }

  @Override
  public List<Callable<Void>> work(Steps steps) {
    List<Callable<Void>> work = new ArrayList<>();
    for (int batch : BATCHES) {
      for (String loss : LOSSES) {
        work.add(
            () -> {
              results.put(key(loss, batch), Runs.train(config(loss, batch), steps));
              return null;
            });
      }
    }
    return work;
  }

  @Override
  public Section section() {
    List<Chart> charts = new ArrayList<>();
    for (int batch : BATCHES) {
      for (String loss : LOSSES) {
        charts.add(chart(loss, batch, of(loss, batch).get(0)));
      }
    }
    return new Section(
        "one-hot",
        "One-hot symbols: why the regularised losses exist",
        "x is one of 16 symbols and y = x, so I(X;Y) = log 16 = 2.773 nats. The critic is a network with one hidden"
            + " layer of 256 over [x, y], trained by gradient descent at rate 0.1 for 3,000 steps."
            + " MINE maximises J − log M, which does not change when a constant is added to every score: its two terms"
            + " are free to move together. At batch 100 they drift while their difference stands still; at batch 32"
            + " they run away. ReMINE adds λ (log M)² with λ = 1, and the terms stay where they are."
            + " The charts show the first of "
            + CRITICS
            + " critics trained, the table all of them.",
        List.of(new Grid(2, charts), table()));
  }

  @Override
  public List<String> findings() {
    return List.of(
        String.format(
            Locale.ROOT,
            "One-hot, batch 100: %s of %d MINE critics drift, %s of %d ReMINE critics.",
            count("mine", 100, Diagnosis.State.DRIFTING),
            CRITICS,
            count("remine", 100, Diagnosis.State.DRIFTING),
            CRITICS),
        String.format(
            Locale.ROOT,
            "One-hot, batch 32: MINE's terms swing to ±%.0f nats, ReMINE's stay within ±%.1f; %s against %s of %d critics pass what exp can hold.",
            largestTerm("mine", 32),
            largestTerm("remine", 32),
            count("mine", 32, Diagnosis.State.EXPLODED),
            count("remine", 32, Diagnosis.State.EXPLODED),
            CRITICS));
  }

  private TrainingConfig config(String loss, int batch) {
    ConcatCritic critic =
        new ConcatCritic(data.xSize(), data.ySize(), new ConcatCritic.Settings(256, 1, false));
    return TrainingConfig.of(data, critic, Losses.named(loss))
        .with(new Optimizer.Sgd(0.1))
        .with(new Schedule(STEPS))
        .with(new LoopSettings(batch, CRITICS, seed, ""))
        .with(Pairing.INDEPENDENT);
  }

  private static LineChart chart(String loss, int batch, TrainingResult result) {
    Curve curve = result.curve();
    return LineChart.of(
            name(loss) + ", batch " + batch,
            "step",
            "nats",
            Series.steps("J, joint term", curve.series(Metric.JOINT)),
            Series.steps("log M, marginal term", curve.series(Metric.LOG_MARGINAL)),
            Series.steps("J − log M, estimate", curve.series(Metric.VALUE)))
        .withReferences(ReferenceLine.at(Math.log(16), "true MI"))
        .withCaption(
            result.diagnosis().state().name().toLowerCase(Locale.ROOT)
                + ": "
                + result.diagnosis().reason()
                + ".");
  }

  private Table table() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int batch : BATCHES) {
      for (String loss : LOSSES) {
        for (TrainingResult r : of(loss, batch)) {
          rows.add(
              Table.row(
                  name(loss) + ", batch " + batch + ", critic " + (r.replica() + 1),
                  tail(r, Metric.JOINT),
                  tail(r, Metric.LOG_MARGINAL),
                  tail(r, Metric.VALUE),
                  largestTerm(r),
                  r.report().mean(),
                  r.diagnosis().state().name().toLowerCase(Locale.ROOT)));
        }
      }
    }
    return Table.of(
            "Every critic",
            List.of(
                Column.text(
                    "critic",
                    "loss, batch size and number of the critic; each has its own initial weights and data"),
                Column.fixed("J", "joint term, mean of the last " + TAIL + " steps" + ", nats", 2),
                Column.fixed(
                    "log M", "marginal term, mean of the last " + TAIL + " steps" + ", nats", 2),
                Column.fixed(
                    "J − log M",
                    "estimate on training batches, mean of the last " + TAIL + " steps" + ", nats",
                    2),
                Column.fixed("largest term", "largest |J| or |log M| of any step" + ", nats", 1),
                Column.fixed(
                    "reported",
                    "value on the report split of the checkpoint with the best objective on the selection split, macro average of 256 batches"
                        + ", nats",
                    2),
                Column.text(
                    "diagnosis", "read off the two terms over the second half of training")),
            rows)
        .withCaption(
            "True MI 2.773 nats. A value above it is not information: it is the error of an unsteady critic.");
  }

  private List<TrainingResult> of(String loss, int batch) {
    return results.get(key(loss, batch));
  }

  private long count(String loss, int batch, Diagnosis.State state) {
    return of(loss, batch).stream().filter(r -> r.diagnosis().state() == state).count();
  }

  private double largestTerm(String loss, int batch) {
    return of(loss, batch).stream().mapToDouble(OneHotPart::largestTerm).max().orElseThrow();
  }

  private static double largestTerm(TrainingResult result) {
    double largest = 0;
    for (int i = 0; i < result.curve().steps(); i++) {
      largest = Math.max(largest, Math.abs(result.curve().at(i, Metric.JOINT)));
      largest = Math.max(largest, Math.abs(result.curve().at(i, Metric.LOG_MARGINAL)));
    }
    return largest;
  }

  private static double tail(TrainingResult result, Metric metric) {
    int steps = result.curve().steps();
    int from = Math.max(0, steps - TAIL);
    double sum = 0;
    for (int i = from; i < steps; i++) {
      sum += result.curve().at(i, metric);
    }
    return sum / (steps - from);
  }

  private static String key(String loss, int batch) {
    return loss + "/" + batch;
  }

  private static String name(String loss) {
    return loss.equals("mine") ? "MINE" : "ReMINE";
  }
}
