package org.steadymi.benchmarks.baselines;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.TurnOptions;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code baselines}. */
@Command(
    name = "baselines",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Speed of the nearest-neighbour estimators of mutual information against scikit-learn,"
            + " NPEET and all distances.")
public final class BaselinesCommand implements Callable<Integer> {
  private static final int LEAST_ROWS = 100;
  private static final int MOST_ROWS = 10_000_000;
  private static final int MOST_DIMENSIONS = 50;

  @Spec private CommandSpec command;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "N",
      defaultValue = "10000,100000",
      description = "numbers of samples (default: ${DEFAULT-VALUE})")
  private List<Integer> rows;

  @Option(
      names = "--dimensions",
      split = ",",
      paramLabel = "D",
      defaultValue = "1,5",
      description = "coordinates of x, and of y (default: ${DEFAULT-VALUE})")
  private List<Integer> dimensions;

  @Mixin private TurnOptions turnOptions;
  @Mixin private PeerOptions peers;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    console.requireModest("--rows", rows.stream().allMatch(n -> n >= LEAST_ROWS && n <= MOST_ROWS));
    console.requireModest(
        "--dimensions", dimensions.stream().allMatch(d -> d >= 1 && d <= MOST_DIMENSIONS));
    turnOptions.require(console);
    output.require();
    Programs programs = peers.programs();
    List<String> notes = new ArrayList<>();
    List<KsgContender> present = new ArrayList<>();
    for (KsgContender contender : KsgContender.values()) {
      contender.missing(programs).ifPresentOrElse(notes::add, () -> present.add(contender));
    }
    notes.forEach(console::progress);
    Pinning pinning = turnOptions.pinning();
    KsgRace race = new KsgRace(programs, pinning, turnOptions.turns(console));
    List<KsgContest> contests =
        tasks().stream()
            .map(task -> race.run(task, present.stream().filter(c -> c.does(task)).toList()))
            .toList();
    BaselinesResults results =
        new BaselinesResults(Machine.here(), turnOptions.setup(reproduce()), contests, notes);
    output.write(BaselinesReport.of(results), results, command.commandLine().getOut());
    return ExitCode.OK;
  }

  private List<KsgTask> tasks() {
    return dimensions.stream().flatMap(d -> rows.stream().map(n -> new KsgTask(n, d))).toList();
  }

  /** The command without what differs from machine to machine. */
  private String reproduce() {
    return "tools/benchmarks/run baselines --rows %s --dimensions %s"
        .formatted(list(rows), list(dimensions));
  }

  private static String list(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
