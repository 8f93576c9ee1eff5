package org.steadymi.benchmarks.programs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.TemporaryFolder;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.tables.WrittenFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The verb {@code estimate}. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Time from the shell's prompt to the mutual information of a table, and peak memory:"
            + " steadymi estimate against the command line of torch-mist.")
public final class EstimateCommand implements Callable<Integer> {
  private static final int FEWEST_ROWS = 100;
  private static final int MOST_ROWS = 100_000_000;

  @Spec private CommandSpec command;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      defaultValue = "1000",
      description = "of the table, or of one table after the other (default: ${DEFAULT-VALUE})")
  private List<Integer> rows;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "gaussian:dim=2,rho=0.8",
      description = "a source of which they are (default: ${DEFAULT-VALUE})")
  private String data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "csv",
      converter = FormatByName.class,
      description = "of the file, csv or parquet (default: ${DEFAULT-VALUE})")
  private WrittenFormat format;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      defaultValue = EstimateContender.USUAL,
      description =
          "torch-mist, and methods of steadymi estimate such as normal (default: ${DEFAULT-VALUE})")
  private List<String> only;

  @Mixin private ScriptOptions launcher;
  @Mixin private PeerOptions peers;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    console.requireModest(
        "--rows", rows.stream().allMatch(n -> n >= FEWEST_ROWS && n <= MOST_ROWS));
    launcher.require(console);
    output.require();
    Programs python = peers.programs();
    List<EstimateContender> present = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (EstimateContender contender :
        only.stream().distinct().map(EstimateContender::new).toList()) {
      contender.missing(format, python).ifPresentOrElse(notes::add, () -> present.add(contender));
    }
    notes.forEach(console::progress);
    if (present.isEmpty()) {
      throw new ParameterException(command.commandLine(), "--only: no program left");
    }
    PairSource source = PairSources.parse(data);
    console.progress("SteadyMI once, so that it is built before anything counts");
    launcher.program("steadymi --version", List.of("--version")).run();
    List<TableRuns> tables =
        rows.stream().map(n -> run(new SampleTable(source, n), present, python, console)).toList();
    var setup =
        new EstimateReport.Setup(
            Machine.here(), reproduce(source), source, format, launcher.rounds());
    output.write(
        new EstimateReport(setup, present, tables, notes).report(),
        tables,
        command.commandLine().getOut());
    return ExitCode.OK;
  }

  private TableRuns run(
      SampleTable table, List<EstimateContender> contenders, Programs python, Console console) {
    try (TemporaryFolder folder = TemporaryFolder.make()) {
      Path file = folder.path().resolve("table" + format.suffix());
      table.write(file, format);
      List<Program> programs =
          contenders.stream().map(c -> c.program(table, file, launcher, python)).toList();
      return new TableRuns(table.rows(), Runs.of(programs, launcher.rounds(), console::progress));
    }
  }

  /** The command without what differs from machine to machine. */
  private String reproduce(PairSource source) {
    String names = String.join(",", only);
    return "tools/benchmarks/run estimate --rows %s --data %s%s%s --rounds %d"
        .formatted(
            rows.stream().map(String::valueOf).collect(Collectors.joining(",")),
            source.spec(),
            format == WrittenFormat.CSV
                ? ""
                : " --format " + format.name().toLowerCase(Locale.ROOT),
            names.equals(EstimateContender.USUAL) ? "" : " --only " + names,
            launcher.rounds());
  }

  /** Formats from the ends of their files' names. */
  static final class FormatByName implements ITypeConverter<WrittenFormat> {
    @Override
    public WrittenFormat convert(String name) {
      return WrittenFormat.of(Path.of("table." + name))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected csv or parquet, found '%s'".formatted(name)));
    }
  }
}
