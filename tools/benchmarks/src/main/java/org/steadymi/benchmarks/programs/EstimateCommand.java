package org.steadymi.benchmarks.programs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.TemporaryFolder;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code estimate}. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Time from the shell's prompt to the mutual information of a CSV file: steadymi estimate"
            + " against the command line of torch-mist.")
public final class EstimateCommand implements Callable<Integer> {
  private static final String ENVIRONMENT = "pytorch";
  private static final String MIST = "mist";
  private static final int FEWEST_ROWS = 100;

  @Spec private CommandSpec command;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "1000",
      description = "of the table (default: ${DEFAULT-VALUE})")
  private int rows;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "gaussian:dim=2,rho=0.8",
      description = "a source of which they are (default: ${DEFAULT-VALUE})")
  private String data;

  @Mixin private ScriptOptions launcher;
  @Mixin private PeerOptions peers;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    console.requireModest("--rows", rows >= FEWEST_ROWS);
    launcher.require(console);
    output.require();
    Programs python = peers.programs();
    Optional<String> missing = python.missing(MIST, ENVIRONMENT);
    missing.ifPresent(console::progress);
    PairSource source = PairSources.parse(data);
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path table = folder.path().resolve("table.csv");
      write(table, source.pairs(Split.TRAIN, 0, rows));
      List<Program> programs = new ArrayList<>();
      programs.add(ours("SteadyMI: one network", source, table, "--method", "js-scores"));
      programs.add(ours("SteadyMI: auto", source, table));
      if (missing.isEmpty()) {
        programs.add(mist(python, table));
      }
      List<Runs> runs = Runs.of(programs, launcher.rounds(), console::progress);
      Report report = report(runs, source, missing);
      output.write(report, runs, command.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  private Program ours(String label, PairSource source, Path table, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("estimate", table.toString()));
    arguments.addAll(List.of("--x", "x_1:x_" + source.xSize(), "--y", "y_1:y_" + source.ySize()));
    arguments.addAll(List.of(options));
    return launcher.program(label, arguments);
  }

  private static Program mist(Programs python, Path table) {
    return new Program(
        "torch-mist: one network",
        python.tool(
            ENVIRONMENT,
            MIST,
            List.of(
                "data=csv",
                "data.filepath=" + table,
                "mi_estimator=js",
                "estimation.x_key=x",
                "estimation.y_key=y",
                "hydra.run.dir=" + table.resolveSibling("mist"),
                "hydra.output_subdir=null")));
  }

  /** With the names of columns that torch-mist wants. */
  private static void write(Path table, Pairs pairs) {
    StringBuilder text = new StringBuilder();
    line(text, names("x", pairs.x()), names("y", pairs.y()));
    for (int i = 0; i < pairs.count(); i++) {
      line(text, values(pairs.x(), i), values(pairs.y(), i));
    }
    try {
      Files.writeString(table, text);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void line(StringBuilder text, Stream<String> x, Stream<String> y) {
    text.append(Stream.concat(x, y).collect(Collectors.joining(","))).append('\n');
  }

  private static Stream<String> names(String side, Rows rows) {
    return IntStream.rangeClosed(1, rows.width()).mapToObj(column -> side + "_" + column);
  }

  private static Stream<String> values(Rows rows, int row) {
    return IntStream.range(0, rows.width())
        .mapToObj(column -> Float.toString(rows.values()[row * rows.width() + column]));
  }

  private Report report(List<Runs> runs, PairSource source, Optional<String> missing) {
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "Whole programs on a CSV file of %,d rows of `%s`, %d columns of X and %d of Y; I(X;Y) is %.3f nats."
                    + " One network: SteadyMI trains it in each of five folds, on the Jensen–Shannon objective, reads every"
                    + " row by one that never saw it, and adds interval, verdict and baselines; torch-mist trains it once,"
                    + " on the same objective, and reads the rows that it was trained on. auto is SteadyMI's portfolio of"
                    + " seven critics, of which a committee is chosen. All on any core, with their defaults otherwise; %d rounds. "
                    + "%s. Made by:",
                rows,
                source.spec(),
                source.xSize(),
                source.ySize(),
                source.trueMi().orElseThrow(),
                launcher.rounds(),
                Machine.here().describe())));
    blocks.add(
        new Report.Listing(
            "tools/benchmarks/run estimate --rows %d --data %s --rounds %d"
                .formatted(rows, source.spec(), launcher.rounds())));
    blocks.add(Runs.table(runs));
    Table ratios = new Table("how many times as fast as torch-mist", "median", "over rounds");
    if (missing.isEmpty()) {
      Runs peer = runs.get(runs.size() - 1);
      for (Runs own : runs.subList(0, runs.size() - 1)) {
        Spread spread = own.timesAsFastAs(peer);
        ratios.row(
            own.label(),
            Format.number("%.2f", spread.median()),
            Format.number("%.2f … %.2f", spread.least(), spread.most()));
      }
      blocks.add(ratios);
    }
    blocks.add(new Report.Heading("What they print"));
    for (Runs run : runs) {
      blocks.add(new Report.Paragraph(run.label() + ":"));
      blocks.add(new Report.Listing(result(run)));
    }
    missing.ifPresent(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Time to the mutual information of a table", blocks);
  }

  /** The lines about mutual information, without what is said of single folds. */
  private static String result(Runs run) {
    return String.join(
        "\n",
        run.output()
            .lines()
            .filter(line -> line.matches("(?i)(I\\(X;Y\\)|  95 %|  verdict|estimated mi).*"))
            .toList());
  }
}
