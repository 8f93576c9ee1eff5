package org.steadymi.spark;

import org.steadymi.laboratory.CellExecutor;
import org.steadymi.laboratory.CellExecutorProvider;
import org.steadymi.laboratory.Placement;

/** Runs cells on Spark. */
public final class SparkExecutorProvider implements CellExecutorProvider {
  @Override
  public CellExecutor executor(Placement placement) {
    Masters.requireOneThatListens(placement.on());
    return new SparkExecutor(Configuration.of(placement.on(), placement.jobs()), placement);
  }
}
