package org.steadymi.evaluator.bulk;

import java.nio.file.Path;
import org.steadymi.evaluator.scoring.PairScores;
import org.steadymi.evaluator.scoring.RowFunction;
import org.steadymi.savedmodels.LoadOptions;
import picocli.CommandLine.Command;

/** The verb {@code score}. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "The score of a critic and the pointwise mutual information, in nats, for every row of a table.")
public final class ScoreCommand extends BulkCommand {
  @Override
  RowFunction open(Path folder, LoadOptions load, BulkOptions chosen) {
    return PairScores.open(folder, load);
  }
}
