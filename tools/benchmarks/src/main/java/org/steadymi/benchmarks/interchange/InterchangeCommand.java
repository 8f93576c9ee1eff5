package org.steadymi.benchmarks.interchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.TurnOptions;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.models.SampleModel;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.programs.Program;
import org.steadymi.benchmarks.programs.Runs;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.Contender;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.evaluator.Main;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code interchange}. */
@Command(
    name = "interchange",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Scoring with an exported critic in Java and in TensorFlow's Python API, and the time of"
            + " whole programs that do it.")
public final class InterchangeCommand implements Callable<Integer> {
  /** What a whole program scores. */
  static final int PAIRS = 1000;

  private static final int MOST_ROWS = 1 << 14;
  private static final String OURS = "steadymi";
  private static final String ENVIRONMENT = "tensorflow";

  @Spec private CommandSpec command;

  @Option(
      names = "--batch",
      split = ",",
      paramLabel = "K",
      defaultValue = "64,4096",
      description = "rows of x, and of y, in a call of score_matrix (default: ${DEFAULT-VALUE})")
  private List<Integer> batches;

  @Mixin private TurnOptions turnOptions;
  @Mixin private PeerOptions peers;
  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    turnOptions.require(console);
    console.requireModest("--batch", batches.stream().allMatch(k -> k >= 1 && k <= MOST_ROWS));
    output.require();
    Programs programs = peers.programs();
    Optional<String> missing = programs.missing(Contender.TENSORFLOW);
    missing.ifPresent(console::progress);
    console.progress("training and exporting the critic");
    Pinning pinning = turnOptions.pinning();
    try (SampleModel model = SampleModel.make()) {
      Contest contest = new Contest(model.path(), programs, missing.isEmpty());
      Turns turns = turnOptions.turns(console);
      InterchangeResults results =
          new InterchangeResults(
              Machine.here(),
              turnOptions.setup(reproduce()),
              batches.stream().flatMap(k -> contest.calls(turns, pinning, k).stream()).toList(),
              Runs.of(contest.programs(), turns.rounds(), console::progress),
              missing.stream().toList());
      output.write(InterchangeReport.of(results), results, command.commandLine().getOut());
    }
    return ExitCode.OK;
  }

  /** The command without what differs from machine to machine. */
  private String reproduce() {
    return "tools/benchmarks/run interchange --batch %s"
        .formatted(batches.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /** Who calls, and how it reads the scores. */
  private record Caller(String program, Reading reading) {}

  /** One model in both languages. */
  private record Contest(Path model, Programs python, boolean both) {
    List<InterchangeResults.Calls> calls(Turns turns, Pinning pinning, int rows) {
      Map<Caller, Turns.Side> sides = new LinkedHashMap<>();
      for (Reading reading : Reading.values()) {
        add(sides, new Caller(OURS, reading), pinning, MatrixPeer.command(model, rows, reading));
        if (both) {
          add(sides, new Caller(ENVIRONMENT, reading), pinning, peer(rows, reading));
        }
      }
      Turns.Work work = new Turns.Work("score_matrix of %,d rows".formatted(rows), "calls", 1);
      Map<Caller, List<Reply>> replies = turns.take(work, sides).replies();
      return Arrays.stream(Reading.values())
          .map(
              reading ->
                  new InterchangeResults.Calls(
                      rows,
                      reading,
                      replies.get(new Caller(OURS, reading)),
                      replies.getOrDefault(new Caller(ENVIRONMENT, reading), List.of())))
          .toList();
    }

    private static void add(
        Map<Caller, Turns.Side> sides, Caller caller, Pinning pinning, List<String> command) {
      String id = "%s (%s)".formatted(caller.program(), caller.reading().words());
      sides.put(caller, new Turns.Side(id, pinning.command(command), Turns.Part.REQUIRED));
    }

    private List<String> peer(int rows, Reading reading) {
      return python.script(
          ENVIRONMENT,
          "tensorflow_scoring.py",
          List.of(model.toString(), Integer.toString(rows), reading.id()));
    }

    /** Ours first. */
    List<Program> programs() {
      List<String> arguments = List.of(model.toString(), Integer.toString(PAIRS));
      List<Program> all = new ArrayList<>();
      all.add(
          new Program(
              "SteadyMI: load and score", JavaCommand.of(Once.class, List.of(), arguments)));
      all.add(
          new Program(
              "SteadyMI: the command evaluate",
              JavaCommand.of(
                  Main.class,
                  List.of(),
                  List.of(
                      model.toString(),
                      "--data",
                      "gaussian:dim=20,mi=4",
                      "--pairs",
                      Integer.toString(PAIRS)))));
      if (both) {
        all.add(
            new Program(
                "Python: import tensorflow",
                python.program(ENVIRONMENT, List.of("-c", "import tensorflow"))));
        all.add(
            new Program(
                "Python: import, load and score",
                python.script(ENVIRONMENT, "tensorflow_once.py", arguments)));
      }
      return all;
    }
  }
}
