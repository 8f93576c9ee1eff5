package org.steadymi.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A report of the size and kind of a real one, on made-up numbers. Its main method writes it, to be
 * looked at in a browser.
 */
public final class SampleReport {
  private static final int STEPS = 3000;
  private static final List<String> LOSSES =
      List.of(
          "mine",
          "smile",
          "infonce",
          "nwj",
          "tuba",
          "js",
          "remine",
          "resmile",
          "reinfonce",
          "renwj",
          "retuba",
          "rejs");

  private SampleReport() {}

  /** Writes the sample into the folder given as the first argument. */
  public static void main(String[] arguments) {
    ReportWriter.write(Path.of(arguments[0]), create());
  }

  static Report create() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Command", "steadymi demo --seed 1 --out steadymi-demo");
    facts.put("Seed", "1");
    facts.put("SteadyMI", "0.1.0");
    facts.put("TensorFlow", "2.18.0 (TensorFlow Java 1.1.0), CPU, linux-x86_64");
    facts.put("Java", "17.0.15");
    facts.put("Duration", "3 min 12 s on 2 cores");
    List<String> summary =
        List.of(
            "At batch 100 both terms of MINE drift by 38 nats while their difference stays at 2.6.",
            "At batch 32 MINE explodes at step 2,412; ReMINE stays within 0.2 nats of the truth.",
            "On Gaussians of 6 nats InfoNCE stops at its ceiling log 64 = 4.16; ReMINE reads 5.71.",
            "Of 12 losses the regularised ones have a smaller error at every level of MI.",
            "On digits the best representation (ReSMILE) reaches 97.2 % probe accuracy.");
    return new Report(
        "Twelve bounds on mutual information, with and without regularisation",
        summary,
        facts,
        List.of(terms(), staircase(), levels(), representations(), SamplePictures.section()));
  }

  private static Section terms() {
    Grid curves =
        Grid.ofTwo(
            curves("MINE, batch 100", 0.012, false),
            curves("ReMINE, batch 100", 0, false),
            curves("MINE, batch 32", 0.02, true),
            curves("ReMINE, batch 32", 0, false));
    LineChart exploding =
        curves("MINE, batch 32, over its whole range", 0.02, true)
            .withAxes(Axis.linear("training step"), Axis.symlog("nats"))
            .withCaption(
                "The same run with a logarithmic axis: the curve ends where it overflows.");
    return new Section(
        "one-hot",
        "Why MINE drifts and explodes",
        "Sixteen one-hot symbols, I(X;Y) = log 16 = 2.77 nats. The bound is the difference of two"
            + " terms, and adding a constant to the critic changes neither the difference nor the"
            + " gradient.\n\nThe regulariser pins the second term to 0.",
        List.of(
            curves,
            Note.warning(
                "MINE at batch 32 exploded at step 2,412: its marginal term overflowed. Its last"
                    + " finite estimate is shown, not used."),
            exploding,
            scores()));
  }

  private static LineChart curves(String title, double drift, boolean explodes) {
    Random random = new Random(title.hashCode());
    double[] joint = new double[STEPS];
    double[] marginal = new double[STEPS];
    double[] estimate = new double[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double learned = 2.7 * (1 - Math.exp(-i / 300.0));
      double noise = 0.15 * random.nextGaussian() + (i % 500 == 250 ? 1.5 : 0);
      double shift = explodes && i > 2000 ? Math.exp((i - 2000) / 60.0) : 0;
      marginal[i] = drift * i + shift + 0.1 * random.nextGaussian();
      joint[i] = marginal[i] + learned + noise;
      estimate[i] = joint[i] - marginal[i];
      if (explodes && i >= 2412) {
        joint[i] = Double.POSITIVE_INFINITY;
        marginal[i] = Double.NaN;
        estimate[i] = Double.NaN;
      }
    }
    return LineChart.of(
            title,
            "training step",
            "nats",
            Series.steps("joint term E[T]", joint),
            Series.steps("marginal term log E[exp T]", marginal).with(Series.Style.DASHED),
            Series.steps("MI estimate", estimate))
        .withReferences(ReferenceLine.at(Math.log(16), "true MI 2.77"))
        .withCaption(explodes ? "Explodes after step 2,000." : "");
  }

  private static Histogram scores() {
    Random random = new Random(3);
    double[] edges = new double[41];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = -12 + 0.5 * i;
    }
    Values borders = Values.of(edges);
    Values joint = Values.of(random.doubles(2000).map(u -> 3 + 3 * (u + u * u - 1)).toArray());
    double[] marginal = new double[2000];
    for (int i = 0; i < marginal.length; i++) {
      marginal[i] = -4 + 2.2 * random.nextGaussian();
    }
    return Histogram.of(
            "Scores of ReMINE on test pairs",
            "score T(x, y)",
            "pairs",
            Histogram.Bins.count("joint pairs", borders, joint),
            Histogram.Bins.count("marginal pairs", borders, Values.of(marginal)))
        .withReferences(ReferenceLine.at(2.77, "log r = 2.77"));
  }

  private static Section staircase() {
    Grid panels =
        Grid.ofTwo(
            steps("MINE", true), steps("ReMINE", false), steps("NWJ", true), steps("ReNWJ", false));
    return new Section(
        "staircase",
        "The staircase: plain losses at the left, regularised ones at the right",
        "The true MI rises by 2 nats every 4,000 steps.",
        List.of(panels, gradients(), Grid.ofTwo(gradients(), bias())));
  }

  private static HeatMap gradients() {
    double[][] errors = new double[5][7];
    List<List<String>> best = new ArrayList<>();
    for (int i = 0; i < errors.length; i++) {
      List<String> notes = new ArrayList<>();
      for (int j = 0; j < errors[i].length; j++) {
        errors[i][j] = i == 4 && j == 0 ? Double.NaN : Math.exp(1.4 * i - 0.9 * j - 2);
        notes.add(i == 4 && j == 0 ? "" : "α = 0." + (9 - i - j / 2));
      }
      best.add(notes);
    }
    return HeatMap.of(
            "Error of the encoder's gradient at the best α",
            HeatMap.Side.of("batch size K", "4", "8", "16", "32", "64", "128", "256"),
            HeatMap.Side.of("true MI (nats)", "2", "4", "6", "8", "10"),
            HeatMap.ColourScale.sequential(Axis.log("mean squared error of the gradient")),
            HeatMap.Cells.of(errors).withNotes(best))
        .withCaption("The error falls with the batch size and grows with the MI.");
  }

  private static HeatMap bias() {
    double[][] bias = {
      {-0.30, -1.00, -2.31, -4.00, -5.89},
      {-0.20, -0.36, -0.74, -1.47, -2.70},
      {-0.17, 0.33, 0.74, 1.42, 2.85},
      {-0.15, -0.27, -0.50, -0.66, Double.POSITIVE_INFINITY}
    };
    return HeatMap.of(
        "Bias of the estimate",
        HeatMap.Side.of("true MI (nats)", "2", "4", "6", "8", "10"),
        HeatMap.Side.of("loss", "InfoNCE", "NWJ", "TUBA", "ReMINE, λ = 1"),
        HeatMap.ColourScale.diverging(Axis.linear("bias (nats)"), 0),
        HeatMap.Cells.of(bias).with(new Column.Format(Column.Notation.FIXED, 2)));
  }

  private static LineChart steps(String title, boolean explodes) {
    Random random = new Random(title.hashCode());
    int count = 5000;
    double[] x = new double[count];
    double[] truth = new double[count];
    double[] mean = new double[count];
    double[] low = new double[count];
    double[] high = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = 4.0 * i;
      truth[i] = 2 + 2 * (i / 1000);
      double learned = truth[i] - 2 * Math.exp(-(i % 1000) / 80.0);
      double half = 0.03 * truth[i] + (explodes && i > 3200 ? Math.exp((i - 3200) / 250.0) : 0.1);
      mean[i] = i > 3600 && explodes ? Double.NaN : learned + 0.2 * half * random.nextGaussian();
      low[i] = mean[i] - half;
      high[i] = mean[i] + half;
    }
    return LineChart.of(
            title,
            "training step",
            "MI (nats)",
            Series.of("true MI", x, truth).with(Series.Style.DASHED),
            Series.of("estimate, 95 % interval over 5 seeds", x, mean).withBand(low, high))
        .withAxes(Axis.linear("training step"), Axis.linear("MI (nats)").within(-2, 14));
  }

  private static Section levels() {
    List<DotChart.Group> groups = new ArrayList<>();
    Random random = new Random(7);
    for (int level : new int[] {2, 4, 6}) {
      List<DotChart.Dot> dots = new ArrayList<>();
      for (String loss : LOSSES) {
        dots.add(estimate(loss, level, random));
      }
      groups.add(new DotChart.Group(level + " nats", dots));
    }
    DotChart chart =
        new DotChart(
            "Estimate of each loss at three levels of true MI",
            Axis.linear("estimated MI (nats)").within(0, 10),
            groups,
            List.of(
                ReferenceLine.at(2, "true 2").of("2 nats"),
                ReferenceLine.at(4, "true 4").of("4 nats"),
                ReferenceLine.at(6, "true 6").of("6 nats"),
                ReferenceLine.at(Math.log(64), "ceiling log K = 4.16")),
            "20-dimensional Gaussians, batch K = 64. Bars: 95 % intervals over 8 seeds.");
    return new Section(
        "gaussian",
        "All twelve losses against the truth",
        "Correlated Gaussians whose MI is known.",
        List.of(chart, manySeries()));
  }

  private static DotChart.Dot estimate(String loss, int level, Random random) {
    if (loss.equals("tuba") && level == 6) {
      return DotChart.Dot.of(loss, Double.NaN);
    }
    if (loss.equals("nwj") && level == 6) {
      return new DotChart.Dot(loss, 41.5, 30, 60);
    }
    double ceiling = loss.endsWith("infonce") ? Math.min(level, 3.9) : level;
    double value = ceiling - 0.06 * level * level * random.nextDouble() / 2;
    double half = 0.05 + 0.06 * level * random.nextDouble();
    return new DotChart.Dot(loss, value, value - half, value + half);
  }

  private static LineChart manySeries() {
    List<Series> all = new ArrayList<>();
    Random random = new Random(11);
    for (String loss : LOSSES) {
      double[] y = new double[150];
      double level = loss.endsWith("infonce") ? 3.9 : 3.4 + random.nextDouble();
      for (int i = 0; i < y.length; i++) {
        y[i] = level * (1 - Math.exp(-(i + 1) / (20 + 10 * random.nextDouble())));
      }
      all.add(Series.steps(loss, y));
    }
    return LineChart.of(
            "Training curves at 4 nats",
            "hundreds of steps",
            "MI estimate (nats)",
            all.toArray(Series[]::new))
        .withReferences(
            ReferenceLine.at(4, "true MI 4.00"), ReferenceLine.at(Math.log(64), "log K = 4.16"));
  }

  private static Section representations() {
    List<Column> columns =
        List.of(
            Column.text("Loss", "Objective that the critic was trained with."),
            Column.fixed(
                "MI, macro (nats)", "SMILE read-out averaged over batches of the test split.", 3),
            Column.fixed("MI, micro (nats)", "SMILE read-out over all test pairs at once.", 3),
            Column.fixed("Error (nats)", "Macro minus log 10 = 2.303.", 3),
            Column.percent("Probe accuracy", "Logistic regression on frozen features.", 1),
            Column.percent("1-NN accuracy", "Nearest training image in feature space.", 1),
            Column.integer("Steps", "Training steps until selection."),
            Column.text("Verdict", "What the diagnostics say of the training curve."));
    Random random = new Random(5);
    List<List<Cell>> rows = new ArrayList<>();
    for (String loss : LOSSES) {
      boolean lost = loss.equals("tuba");
      double macro = lost ? Double.NaN : 2.303 - 0.3 * random.nextDouble();
      rows.add(
          Table.row(
              loss,
              macro,
              lost ? Double.NaN : macro + 0.02,
              macro - Math.log(10),
              0.9 + 0.07 * random.nextDouble(),
              0.9 + 0.06 * random.nextDouble(),
              1000 + random.nextInt(2000),
              lost ? "exploded at step 1,204" : loss.equals("mine") ? "drifting" : "converged"));
    }
    Table table =
        Table.of("Digits: MI and accuracy of the representation", columns, rows)
            .withCaption("Evaluated from the SavedModels on the test split of 360 images.");
    return new Section(
        "digits",
        "What the representations are worth",
        "Pairs of images of one digit: I(X;Y) = H(label) ≈ log 10 = 2.303 nats.",
        List.of(table, Note.info("The probe is solved to its optimum with L2 regularisation.")));
  }
}
