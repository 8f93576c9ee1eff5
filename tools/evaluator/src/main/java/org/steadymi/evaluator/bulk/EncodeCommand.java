package org.steadymi.evaluator.bulk;

import java.nio.file.Path;
import org.steadymi.evaluator.scoring.Features;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.Command;

/** The verb {@code encode}. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The features of x and y by the encoders of a model for every row of a table.")
public final class EncodeCommand extends BulkCommand {
  /** Whoever names the columns of one side only wants that side encoded. */
  @Override
  RowFunction open(Path folder, LoadOptions load, BulkOptions chosen) {
    boolean both = chosen.x().isEmpty() && chosen.y().isEmpty();
    return Features.open(
        folder, load, both || chosen.x().isPresent(), both || chosen.y().isPresent());
  }
}
