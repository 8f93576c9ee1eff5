package org.steadymi.evaluator.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.Sampling;
import org.steadymi.evaluator.probe.Accuracy;
import org.steadymi.evaluator.probe.LinearProbe;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Estimate;
import org.steadymi.evaluator.readout.PairCounts;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.savedmodels.proto.Manifest;

/** A result as text of at most 80 columns (paths and specifications apart). */
public final class TextReport {
  private static final int WIDTH = 80;
  private static final String NONE = "-";

  private TextReport() {}

  /** The whole report, lines ended by a newline. */
  public static String of(EvaluationResult result) {
    var lines = new ArrayList<String>();
    lines.add("Model  " + result.model().folder());
    result
        .model()
        .manifest()
        .filter(manifest -> !manifest.getLoss().getName().isEmpty())
        .ifPresent(manifest -> lines.addAll(wrap("       ", describe(manifest))));
    lines.add("Data   " + result.source().spec());
    result.mi().ifPresent(mi -> addMi(lines, mi, result.source().trueMi()));
    result.accuracies().scores().ifPresent(accuracy -> addClassification(lines, accuracy));
    if (!result.representations().isEmpty()) {
      addRepresentations(lines, result.representations());
    }
    if (!result.notes().isEmpty()) {
      lines.add("");
      result.notes().forEach(note -> lines.addAll(wrap("Note   ", note)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String describe(Manifest manifest) {
    Manifest.Loss loss = manifest.getLoss();
    String weight =
        loss.getRegularizer().isEmpty() ? "" : ", lambda %s".formatted(number(loss.getLambda()));
    return String.format(
        Locale.ROOT,
        "loss %s%s, critic %s, %,d steps of batch %d, seed %d",
        loss.getName(),
        weight,
        manifest.getCritic().getKind(),
        manifest.getTraining().getSteps(),
        manifest.getTraining().getBatch(),
        manifest.getTraining().getSeed());
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void addMi(List<String> lines, MiResult mi, OptionalDouble trueMi) {
    Sampling sampling = mi.sampling();
    lines.add(
        String.format(
            Locale.ROOT,
            "       %s split, %,d %s in %,d batches of %d, seed %d",
            Facts.split(sampling.split()),
            sampling.pairsUsed(),
            mi.counts().layout().jointApart() ? "pairs" : "rows",
            sampling.batches(),
            sampling.batch(),
            sampling.seed()));
    lines.addAll(wrap("       ", describe(mi.counts())));
    lines.add("");
    lines.add(
        "Mutual information"
            + (trueMi.isPresent() ? ", truly %s nats".formatted(fixed(trueMi.getAsDouble())) : ""));
    TextTable table =
        new TextTable("lllrrrl")
            .row("", "read-out", "averaging", "nats", "std. error", "ceiling", "what it is");
    mi.readings().forEach(reading -> addReading(table, mi, reading));
    lines.addAll(table.lines());
    if (mi.own().isPresent()) {
      lines.add("* the value of the model's own loss");
    }
    if (mi.readings().stream().anyMatch(reading -> isNegative(reading.estimate()))) {
      lines.add("0 (-x): the read-out is -x; no mutual information is below 0");
    }
    lines.add(
        "Scores: J = %s, log M = %s, largest |T| = %s"
            .formatted(
                plusMinus(mi.levels().joint()),
                plusMinus(mi.levels().logMarginal()),
                fixed(mi.levels().maxAbsScore())));
  }

  /** Which pairs the terms are of. */
  private static String describe(PairCounts counts) {
    String what =
        switch (counts.layout().pairing()) {
          case LABELS -> "rows against %d classes".formatted(counts.layout().columns());
          case SAME_LABEL -> "rows paired within their class";
          default -> "aligned pairs";
        };
    return String.format(
        Locale.ROOT,
        "%s: %,d joint and %,d marginal pairs",
        what,
        counts.jointPairs(),
        counts.marginalPairs());
  }

  private static void addReading(TextTable table, MiResult mi, Reading reading) {
    OptionalDouble ceiling = mi.ceiling(reading.readOut());
    Estimate estimate = reading.estimate();
    table.row(
        mi.isOwn(reading) ? "*" : "",
        reading.readOut().title(),
        reading.averaging().label(),
        estimate.finite() ? nats(estimate.value()) : "not finite",
        estimate.finite() ? fixed(estimate.standardError()) : NONE,
        ceiling.isPresent() ? fixed(ceiling.getAsDouble()) : NONE,
        estimate.finite() ? reading.readOut().claim().label() : "no value");
  }

  private static boolean isNegative(Estimate estimate) {
    return estimate.finite() && estimate.value() < 0;
  }

  private static String nats(double value) {
    return value < 0 ? "0 (%s)".formatted(fixed(value)) : fixed(value);
  }

  private static void addClassification(List<String> lines, Accuracy accuracy) {
    lines.add("");
    lines.add("Accuracy on the report split, " + Facts.ARGMAX);
    lines.add(
        String.format(
            Locale.ROOT,
            "  %s, %,d of %,d rows",
            plusMinus(accuracy),
            accuracy.correct(),
            accuracy.total()));
  }

  private static void addRepresentations(List<String> lines, List<Representation> found) {
    lines.add("");
    lines.add("Accuracy on the report split");
    TextTable table =
        new TextTable("l" + "r".repeat(found.size()))
            .row(row("", found, r -> "%s (%d)".formatted(r.name(), r.width())))
            .row(row("linear probe", found, r -> plusMinus(r.probe().report())));
    for (Similarity similarity : Similarity.values()) {
      table.row(
          row("1-NN, " + similarity.label(), found, r -> plusMinus(r.nearest().get(similarity))));
    }
    lines.addAll(table.lines());
    lines.addAll(wrap("Probe: ", LinearProbe.METHOD + "; lambda chosen on the selection split:"));
    for (Representation r : found) {
      LinearProbe.Optimum optimum = r.probe().optimum();
      lines.add(
          String.format(
              Locale.ROOT,
              "       %s: lambda %s, |gradient| %.1e%s",
              r.name(),
              number(optimum.lambda()),
              optimum.gradientNorm(),
              optimum.converged() ? "" : " (NOT at its optimum)"));
    }
  }

  private static String[] row(
      String head, List<Representation> found, Function<Representation, String> cell) {
    return Stream.concat(Stream.of(head), found.stream().map(cell)).toArray(String[]::new);
  }

  private static String plusMinus(Accuracy accuracy) {
    return "%s +- %s".formatted(fixed(accuracy.value()), fixed(accuracy.standardError()));
  }

  private static String plusMinus(Estimate estimate) {
    return estimate.finite()
        ? "%s +- %s".formatted(fixed(estimate.value()), fixed(estimate.standardError()))
        : "not finite";
  }

  /** Four decimals; from a million on, powers of ten. */
  private static String fixed(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    return String.format(Locale.ROOT, Math.abs(value) < 1e6 ? "%.4f" : "%.3e", value);
  }

  /** Breaks a sentence into lines, the first behind a head, the others indented as far. */
  private static List<String> wrap(String head, String sentence) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(head);
    boolean empty = true;
    for (String word : Arrays.asList(sentence.split(" ", -1))) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(head.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
