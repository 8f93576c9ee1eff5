package org.steadymi.evaluator.bulk;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.OpensModel;
import org.steadymi.evaluator.Places;
import org.steadymi.evaluator.scoring.RowFunction;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that takes a table through a model: parse, delegate, print. */
abstract class BulkCommand implements Callable<Integer>, OpensModel {
  @Spec private CommandSpec command;

  @Mixin private ModelArguments model;

  @Mixin private BulkOptions options;

  @Override
  public final Integer call() {
    PrintWriter out = command.commandLine().getOut();
    Optional<PartsExecutor> executor = options.on().map(this::executor);
    BulkJob job = new BulkJob(verb(), model, options);
    try (RowFunction function = job.open(model.loadOptions(command.commandLine().getErr()))) {
      String summary =
          executor.isPresent()
              ? BulkRun.on(executor.get(), command.name(), function, job)
              : BulkRun.of(command.name(), function, job);
      function.notes().forEach(out::println);
      out.println(summary);
      out.flush();
      return ExitCode.OK;
    } catch (CancellationException ending) {
      return ExitCode.SOFTWARE; // that of the process is of the signal that ends it
    }
  }

  private PartsExecutor executor(String on) {
    Places.require(on);
    options.fixPlaces();
    model.fixPlace();
    PrintWriter err = command.commandLine().getErr();
    return Places.provider(on, PartsExecutorProvider.class)
        .executor(on, options.partsAtOnce(), waitsFor -> Places.tell(err, waitsFor));
  }

  /** What it makes of each row. */
  abstract Verb verb();
}
