package org.steadymi.evaluator.bulk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.evaluator.OpeningOptions;
import org.steadymi.evaluator.OpensModel;
import org.steadymi.evaluator.SignatureOptions;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A verb that takes a table through a model: parse, delegate, print. */
abstract class BulkCommand implements Callable<Integer>, OpensModel {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "MODEL",
      description = "folder of a SavedModel, or of its numbered versions")
  private Path model;

  @Mixin private BulkOptions options;

  @Mixin private SignatureOptions signatures;

  @Mixin private OpeningOptions opening;

  @Override
  public final Integer call() {
    PrintWriter out = command.commandLine().getOut();
    LoadOptions load =
        opening
            .loadOptions(command.commandLine().getErr())
            .withMapping(signatures.mapping())
            .withThreads(options.modelThreads());
    try (RowFunction function = open(model, load, options)) {
      String summary = BulkRun.of(command.name(), function, options);
      function.notes().forEach(out::println);
      out.println(summary);
      out.flush();
    }
    return ExitCode.OK;
  }

  /** What the verb makes of each row. */
  abstract RowFunction open(Path folder, LoadOptions load, BulkOptions chosen);
}
