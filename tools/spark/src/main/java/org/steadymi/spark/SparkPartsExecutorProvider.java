package org.steadymi.spark;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.steadymi.evaluator.bulk.PartsExecutor;
import org.steadymi.evaluator.bulk.PartsExecutorProvider;

/** Computes parts of tables on Spark. */
public final class SparkPartsExecutorProvider implements PartsExecutorProvider {
  @Override
  public PartsExecutor executor(String on, OptionalInt threads, Consumer<String> waits) {
    Masters.requireOneThatListens(on);
    return new SparkPartsExecutor(on, Configuration.of(on, threads), Patience.USUAL, waits);
  }
}
