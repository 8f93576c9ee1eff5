package org.steadymi.benchmarks.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.TurnOptions;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.options.ByName;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code training}. */
@Command(
    name = "training",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Training steps per second on one core, against PyTorch, TensorFlow and JAX.")
public final class TrainingCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--critic",
      paramLabel = "KIND",
      defaultValue = "separable",
      converter = TaskByName.class,
      description = "separable (with InfoNCE) or concat (with MINE) (default: ${DEFAULT-VALUE})")
  private GaussianTask task;

  @Option(
      names = "--hidden",
      split = ",",
      paramLabel = "H",
      defaultValue = "64,256",
      description = "widths of the critic's hidden layers (default: ${DEFAULT-VALUE})")
  private List<Integer> widths;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      converter = ContenderByName.class,
      description = "these contenders: ${COMPLETION-CANDIDATES} (default: all)",
      completionCandidates = Names.class)
  private List<Contender> only = List.of(Contender.values());

  @Mixin private TurnOptions turnOptions;

  @Mixin private PeerOptions peers;

  @Mixin private OutputOptions output;

  @Override
  public Integer call() {
    Console console = new Console(command);
    turnOptions.require(console);
    console.requireModest("--hidden", widths.stream().allMatch(width -> width >= 1));
    output.require();
    Programs programs = peers.programs();
    List<Contender> wanted = only.stream().distinct().sorted().toList();
    List<String> leftOut = wanted.stream().flatMap(c -> programs.missing(c).stream()).toList();
    leftOut.forEach(console::progress);
    List<Contender> present = wanted.stream().filter(c -> programs.missing(c).isEmpty()).toList();
    if (present.isEmpty()) {
      throw new ParameterException(
          command.commandLine(), "no contender left; tools/benchmarks/peers/setup makes the peers");
    }
    Race race = new Race(task, programs, turnOptions.pinning(), turnOptions.turns(console));
    List<Contest> contests = widths.stream().map(width -> race.run(width, present)).toList();
    TrainingResults results =
        new TrainingResults(
            Machine.here(), task, turnOptions.setup(reproduce()), contests, leftOut);
    output.write(TrainingReport.of(results), results.document(), command.commandLine().getOut());
    return ExitCode.OK;
  }

  /** The command without what differs from machine to machine. */
  private String reproduce() {
    List<String> words = new ArrayList<>(List.of("tools/benchmarks/run", "training"));
    if (task != GaussianTask.SEPARABLE) {
      words.add("--critic " + task.id());
    }
    words.add("--hidden " + widths.stream().map(String::valueOf).collect(Collectors.joining(",")));
    if (only.size() < Contender.values().length) {
      words.add("--only " + only.stream().map(Contender::id).collect(Collectors.joining(",")));
    }
    return String.join(" ", words);
  }

  /** Contenders from their names. */
  static final class ContenderByName extends ByName<Contender> {
    ContenderByName() {
      super(Contender::named);
    }
  }

  /** The names, for the help. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Names() {
      super(Contender.ids());
    }
  }
}
