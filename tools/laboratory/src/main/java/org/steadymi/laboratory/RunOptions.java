package org.steadymi.laboratory;

import java.time.Duration;

/**
 * How a study is run; none of it changes the results.
 *
 * @param jobs cells at once, one thread each
 * @param resume whether to continue earlier results
 * @param checkpointEvery least time between two checkpoints of a cell; zero for one after each
 *     chunk of steps
 */
public record RunOptions(int jobs, boolean resume, Duration checkpointEvery) {
  /** Checks the numbers. */
  public RunOptions {
    if (jobs < 1) {
      throw new IllegalArgumentException("--jobs: expected at least 1, found " + jobs);
    }
    if (checkpointEvery.isNegative()) {
      throw new IllegalArgumentException(
          "--checkpoint: expected at least 0, found " + checkpointEvery.toSeconds());
    }
  }
}
