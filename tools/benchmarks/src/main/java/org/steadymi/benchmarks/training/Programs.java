package org.steadymi.benchmarks.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How contenders are started.
 *
 * @param scripts the folder {@code peers}
 * @param environments where its virtual environments are
 */
public record Programs(Path scripts, Path environments) {
  /** Why a contender cannot take part, in one line; empty if it can. */
  public Optional<String> missing(Contender contender) {
    return contender.program() instanceof Contender.Python python
            && !Files.isExecutable(interpreter(python))
        ? Optional.of(
            "%s left out: no environment %s; tools/benchmarks/peers/setup %s makes it"
                .formatted(
                    contender.id(),
                    environments.resolve(python.environment()),
                    python.environment()))
        : Optional.empty();
  }

  /** Program and arguments. */
  List<String> command(Contender contender, GaussianTask task, int hidden) {
    if (contender.program() instanceof Contender.Python python) {
      return List.of(
          interpreter(python).toString(),
          scripts.resolve(python.scripts().get(task)).toString(),
          "--hidden",
          Integer.toString(hidden));
    }
    return TrainingPeer.command(
        ((Contender.Own) contender.program()).form(), task, hidden, List.of());
  }

  private Path interpreter(Contender.Python python) {
    return environments.resolve(python.environment()).resolve("bin").resolve("python");
  }
}
