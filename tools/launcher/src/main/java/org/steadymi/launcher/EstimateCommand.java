package org.steadymi.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.steadymi.datasets.tables.Finding;
import org.steadymi.datasets.tables.Finding.Severity;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableChecks;
import org.steadymi.datasets.tables.TableException;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.estimators.sample.checks.Extrapolation;
import org.steadymi.estimators.sample.checks.SelfCheck;
import org.steadymi.evaluator.TimeConverter;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.report.Report;
import org.steadymi.report.ReportWriter;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.IfPresent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** The verb {@code estimate}. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "How much the columns X of a table tell about its columns Y: a number, an interval, and whether to believe it.")
final class EstimateCommand implements Callable<Integer> {
  private static final Set<String> OF_PROTOCOL =
      Set.of(
          "--protocol", "--method", "--folds", "--permutations", "--budget", "--seed", "--threads");

  @picocli.CommandLine.Spec private CommandSpec command;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "CSV, TSV, NPY, NPZ or Parquet; docs/tables.md says what is read")
  private Path file;

  @Parameters(
      index = "1..*",
      paramLabel = "DX DY",
      description = "with --protocol bmi: the numbers of columns of X and of Y")
  private List<Integer> widths = List.of();

  @Mixin private TableArguments columns;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "auto tries normal distributions and networks, and the selection rows choose; normal or the name of a loss"
              + " tries these alone (default: ${DEFAULT-VALUE})")
  private String method;

  @Option(
      names = "--folds",
      paramLabel = "K",
      defaultValue = "5",
      description = "parts that are held out one after the other (default: ${DEFAULT-VALUE})")
  private int folds;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      defaultValue = "199",
      description = "of the test of independence (default: ${DEFAULT-VALUE})")
  private int permutations;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description =
          "after 30s, 10m or 1h30m no other critic is begun; results then depend on the machine (default: none)")
  private Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "of folds, critics, permutations and bootstrap (default: ${DEFAULT-VALUE})")
  private int seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "folds at once (default: the number of processors)")
  private Integer threads;

  @Option(
      names = "--self-check",
      description =
          "estimate nine more tables made of this one, and say whether the estimates agree with what every mutual"
              + " information does")
  private boolean selfCheck;

  @Option(
      names = "--extrapolate",
      description = "estimate halves and quarters of the rows, too, and go on to infinitely many")
  private boolean extrapolate;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows with the largest absolute pointwise mutual information (default: none)")
  private int top;

  @Option(
      names = "--save-model",
      paramLabel = "MODEL",
      description = "export a critic of these columns as a SavedModel")
  private Path model;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "write a page with the curves of training, the scores and the pointwise mutual information, for which the"
              + " leading networks are trained once more")
  private Path report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "write the result as JSON; - prints it, and nothing else")
  private String json;

  @Option(names = "--overwrite", description = "replace a model, report or file that is there")
  private boolean overwrite;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description =
          "bmi: FILE DX DY, prints the estimate in nats and nothing else, as the public benchmark calls estimators")
  private String protocol;

  @Override
  public Integer call() {
    if (protocol != null) {
      return bmi();
    }
    if (!columns.complete() || !widths.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "expected estimate FILE --x COLUMNS --y COLUMNS, or --protocol bmi FILE DX DY");
    }
    JsonTarget target = JsonTarget.of(json, overwrite);
    requirePlaces(target);
    EstimateOptions options = options();
    TableChecks checks = soundTable(options);
    PrintWriter out = command.commandLine().getOut();
    PrintWriter err = command.commandLine().getErr();
    TableSummary.print(checks, target.standardOutput() ? err : out);
    estimate(checks.usable(), options, target, out);
    out.flush();
    return ExitCode.OK;
  }

  private TableChecks soundTable(EstimateOptions options) {
    TableChecks checks = TableChecks.of(columns.read(file));
    requireSound(checks);
    int rows = checks.usable().rows();
    options.requireEnough(file.toString(), rows, 1);
    if (extrapolate) {
      Extrapolation.requireRows(rows, options);
    }
    return checks;
  }

  /** The result is printed first, since what follows takes longer or may fail. */
  private void estimate(Table table, EstimateOptions options, JsonTarget target, PrintWriter out) {
    Variable x = Variable.of(table.x());
    Variable y = Variable.of(table.y());
    Estimation estimation = told("estimate", p -> Estimation.of(x, y, options, p));
    Estimate estimate = estimation.estimate();
    EstimateSummary summary = new EstimateSummary(table, estimate, options, top);
    PrintWriter text = target.standardOutput() ? new PrintWriter(Writer.nullWriter()) : out;
    ObjectNode document = summary.json();
    print(summary.text(), text);
    CheckSummary checks = checks(estimate, x, y, options, text);
    checks.addTo(document);
    write(table, estimation, options, checks)
        .forEach(
            (what, path) -> {
              text.printf("  %-10s %s%n", what, path);
              document.put(what, path.toString());
            });
    List<String> inputs = model == null ? List.of() : TableSummary.inputs(table);
    inputs.forEach(line -> text.printf("             %s%n", line));
    target.write(document, out);
  }

  /** Prints each as it is there. */
  private CheckSummary checks(
      Estimate estimate, Variable x, Variable y, EstimateOptions options, PrintWriter text) {
    Optional<SelfCheck> check =
        selfCheck
            ? Optional.of(told("self-check", p -> SelfCheck.of(estimate, x, y, options, p)))
            : Optional.empty();
    check.ifPresent(found -> print(CheckSummary.text(found), text));
    Optional<Extrapolation> limit =
        extrapolate
            ? Optional.of(told("extrapolate", p -> Extrapolation.of(estimate, x, y, options, p)))
            : Optional.empty();
    limit.ifPresent(found -> print(CheckSummary.text(found), text));
    return new CheckSummary(check, limit);
  }

  private static void print(String text, PrintWriter out) {
    out.print(text);
    out.flush();
  }

  private void requirePlaces(JsonTarget target) {
    Map<String, Path> places = new LinkedHashMap<>();
    places.put("FILE", file);
    target.file().ifPresent(place -> places.put("--json", place));
    if (model != null) {
      places.put("--save-model", model);
      CriticExporter.requireReplaceable(model, ifPresent());
    }
    if (report != null) {
      places.put("--report", report);
      ReportFolder.requireFree(report, overwrite);
    }
    ResultFile.requireApart(places);
  }

  private IfPresent ifPresent() {
    return overwrite ? IfPresent.REPLACE : IfPresent.REFUSE;
  }

  /** What was asked for beside the result, by what it is. */
  private Map<String, Path> write(
      Table table, Estimation estimation, EstimateOptions options, CheckSummary checks) {
    Map<String, Path> written = new LinkedHashMap<>();
    if (model != null) {
      estimation.export(model, file.toString(), ifPresent());
      written.put("model", model);
    }
    if (report != null) {
      Report page = told("report", p -> EstimateReport.of(table, estimation, options, checks, p));
      written.put("report", ReportWriter.write(report, page));
    }
    return written;
  }

  /** Something that takes long, with its progress on standard error. */
  private <T> T told(String task, Work<T> work) {
    EndHook atOnce = EndHook.atOnce();
    try (atOnce;
        PercentProgress progress = new PercentProgress(task, command.commandLine().getErr())) {
      return work.with(progress);
    }
  }

  private interface Work<T> {
    T with(EstimationProgress progress);
  }

  private static void requireSound(TableChecks checks) {
    List<String> errors =
        checks.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(Finding::message)
            .toList();
    if (!errors.isEmpty()) {
      throw new TableException(checks.usable().name() + ": " + String.join("; ", errors));
    }
  }

  private EstimateOptions options() {
    if (top < 0) {
      throw new ParameterException(
          command.commandLine(), "--top: expected a number of rows, 0 or more, found " + top);
    }
    EstimateOptions options =
        EstimateOptions.DEFAULTS
            .withMethod(method)
            .withFolds(folds)
            .withPermutations(permutations)
            .withSeed(seed);
    options = threads == null ? options : options.withThreads(threads);
    return budget == null ? options : options.withBudget(budget);
  }

  private int bmi() {
    command.commandLine().getParseResult().matchedOptions().stream()
        .map(OptionSpec::longestName)
        .filter(option -> !OF_PROTOCOL.contains(option))
        .findFirst()
        .ifPresent(
            option -> {
              throw new ParameterException(
                  command.commandLine(),
                  option + ": --protocol bmi prints a number and no more; leave one of them out");
            });
    if (!protocol.equals("bmi") || widths.size() != 2) {
      throw new ParameterException(
          command.commandLine(),
          "--protocol: expected bmi FILE DX DY, found " + protocol + " with " + widths);
    }
    double nats = BmiProtocol.estimate(file, widths.get(0), widths.get(1), options());
    command.commandLine().getOut().println(nats);
    return ExitCode.OK;
  }
}
