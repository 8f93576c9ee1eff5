package org.steadymi.benchmarks.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How contenders are started.
 *
 * @param scripts the folder {@code peers}
 * @param environments where its virtual environments are
 */
public record Programs(Path scripts, Path environments) {
  private static final String PYTHON = "python";

  /** Why a contender cannot take part, in one line; empty if it can. */
  public Optional<String> missing(Contender contender) {
    return contender.program() instanceof Contender.Python python
        ? missing(contender.id(), python.environment())
        : Optional.empty();
  }

  /** Why a script cannot be run in a virtual environment, in one line; empty if it can. */
  public Optional<String> missing(String contender, String environment) {
    return Files.isExecutable(interpreter(environment))
        ? Optional.empty()
        : Optional.of(
            "%s left out: no environment %s; tools/benchmarks/peers/setup %s makes it"
                .formatted(contender, environments.resolve(environment), environment));
  }

  /** Program and arguments. */
  List<String> command(Contender contender, GaussianTask task, int hidden) {
    if (contender.program() instanceof Contender.Python python) {
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of(task.id(), "--hidden", Integer.toString(hidden)));
      arguments.addAll(List.of("--parameters", Integer.toString(task.parameters(hidden))));
      arguments.addAll(python.flags());
      return script(python.environment(), python.script(), arguments);
    }
    return TrainingPeer.command(
        ((Contender.Own) contender.program()).form(), task, hidden, List.of());
  }

  /** Program and arguments of a script in a virtual environment. */
  public List<String> script(String environment, String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(scripts.resolve(name).toString());
    command.addAll(arguments);
    return program(environment, command);
  }

  /** Python in a virtual environment, with arguments. */
  public List<String> program(String environment, List<String> arguments) {
    return tool(environment, PYTHON, arguments);
  }

  /** A program that a package of a virtual environment brings, with arguments. */
  public List<String> tool(String environment, String name, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(programs(environment).resolve(name).toString());
    command.addAll(arguments);
    return List.copyOf(command);
  }

  private Path interpreter(String environment) {
    return programs(environment).resolve(PYTHON);
  }

  private Path programs(String environment) {
    return environments.resolve(environment).resolve("bin");
  }
}
