package org.steadymi.spark;

import java.util.OptionalInt;
import org.steadymi.evaluator.bulk.PartsExecutor;
import org.steadymi.evaluator.bulk.PartsExecutorProvider;

/** Computes parts of tables on Spark. */
public final class SparkPartsExecutorProvider implements PartsExecutorProvider {
  @Override
  public PartsExecutor executor(String on, OptionalInt threads) {
    Masters.requireOneThatListens(on);
    return new SparkPartsExecutor(on, Configuration.of(on, threads));
  }
}
