package org.steadymi.evaluator.bulk;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.steadymi.evaluator.OpeningOptions;
import org.steadymi.evaluator.OpensModel;
import org.steadymi.evaluator.SignatureOptions;
import org.steadymi.evaluator.scoring.Features;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code encode}: parse, delegate, print. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The features of x and y by the encoders of a model for every row of a table.")
public final class EncodeCommand implements Callable<Integer>, OpensModel {
  @Spec private CommandSpec command;

  @Parameters(
      paramLabel = "MODEL",
      description = "folder of a SavedModel, or of its numbered versions")
  private Path model;

  @Mixin private BulkOptions options;

  @Mixin private SignatureOptions signatures;

  @Mixin private OpeningOptions opening;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    LoadOptions load =
        opening
            .loadOptions(command.commandLine().getErr())
            .withMapping(signatures.mapping())
            .withThreads(options.modelThreads());
    try (RowFunction function = open(load)) {
      String summary = BulkRun.of(command.name(), function, options);
      function.notes().forEach(out::println);
      out.println(summary);
      out.flush();
    }
    return ExitCode.OK;
  }

  /** Whoever names the columns of one side only wants that side encoded. */
  private RowFunction open(LoadOptions load) {
    boolean both = options.x().isEmpty() && options.y().isEmpty();
    return Features.open(
        model, load, both || options.x().isPresent(), both || options.y().isPresent());
  }
}
