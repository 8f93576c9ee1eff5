package org.steadymi.evaluator.bulk;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.steadymi.evaluator.ModelArguments;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine;

/** The verb {@code encode} with something between it and its executor. */
public final class Encoding {
  private Encoding() {}

  /**
   * Encodes a table.
   *
   * @param between what the executor is given in the place of the job
   * @param options of the verb
   */
  public static void run(
      PartsExecutor executor, UnaryOperator<PartsJob> between, Path model, String... options) {
    BulkJob job =
        new BulkJob(
            Verb.ENCODE,
            CommandLine.populateCommand(new ModelArguments(), model.toString()),
            CommandLine.populateCommand(new BulkOptions(), options));
    try (RowFunction function = job.open(LoadOptions.DEFAULT)) {
      BulkRun.on(
          (parts, missing) -> executor.run(between.apply(parts), missing), "encode", function, job);
    }
  }
}
