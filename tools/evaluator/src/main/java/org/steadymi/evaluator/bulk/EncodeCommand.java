package org.steadymi.evaluator.bulk;

import picocli.CommandLine.Command;

/** The verb {@code encode}. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The features of x and y by the encoders of a model for every row of a table.")
public final class EncodeCommand extends BulkCommand {
  @Override
  Verb verb() {
    return Verb.ENCODE;
  }
}
