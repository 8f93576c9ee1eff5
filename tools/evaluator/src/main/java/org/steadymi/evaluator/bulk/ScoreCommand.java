package org.steadymi.evaluator.bulk;

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
  Verb verb() {
    return Verb.SCORE;
  }
}
