package org.steadymi.benchmarks.products;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.TurnOptions;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.output.Console;
import org.steadymi.benchmarks.output.OutputOptions;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.benchmarks.training.PeerOptions;
import org.steadymi.benchmarks.training.Programs;
import org.steadymi.benchmarks.training.TaskByName;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The verb {@code products}. */
@Command(
    name = "products",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "The share of a training step that its products of matrices would take alone, at this"
            + " machine's speed.")
public final class ProductsCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--critic",
      split = ",",
      paramLabel = "KIND",
      defaultValue = "separable,concat",
      converter = TaskByName.class,
      description = "separable (with InfoNCE), concat (with MINE) (default: ${DEFAULT-VALUE})")
  private List<GaussianTask> tasks;

  @Option(
      names = "--hidden",
      split = ",",
      paramLabel = "H",
      defaultValue = "256",
      description = "widths of the critics' hidden layers (default: ${DEFAULT-VALUE})")
  private List<Integer> widths;

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
    List<String> notes = new ArrayList<>();
    List<Library> present = new ArrayList<>();
    for (Library library : Library.values()) {
      library.missing(programs).ifPresentOrElse(notes::add, () -> present.add(library));
    }
    notes.forEach(console::progress);
    ProductsRace race =
        new ProductsRace(programs, turnOptions.pinning(), turnOptions.turns(console));
    List<ProductsContest> contests = new ArrayList<>();
    for (GaussianTask task : tasks) {
      widths.forEach(width -> contests.add(race.run(task, width, present)));
    }
    ProductsResults results =
        new ProductsResults(Machine.here(), turnOptions.setup(reproduce()), contests, notes);
    output.write(ProductsReport.of(results), results, command.commandLine().getOut());
    return ExitCode.OK;
  }

  /** The command without what differs from machine to machine. */
  private String reproduce() {
    return "tools/benchmarks/run products --critic %s --hidden %s"
        .formatted(
            tasks.stream().map(GaussianTask::id).collect(Collectors.joining(",")),
            widths.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }
}
