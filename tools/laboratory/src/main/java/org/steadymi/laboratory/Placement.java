package org.steadymi.laboratory;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.steadymi.datasets.SpecException;
import org.steadymi.evaluator.Places;

/**
 * Where cells are run if not on threads of this process; none of it changes the results.
 *
 * @param on {@code spark} for Spark inside this process, or what {@code spark-submit} says; {@code
 *     spark://HOST:PORT} for a stand-alone cluster, with further masters between commas
 * @param jobs cells at once; empty for as many as there are cores
 * @param cellTimeout how long a cell may take before it is tried again; empty for no limit
 */
public record Placement(String on, OptionalInt jobs, Optional<Duration> cellTimeout) {
  /** Checks the form. */
  public Placement {
    Places.require(on);
    if (jobs.isPresent() && jobs.getAsInt() < 1) {
      throw new SpecException("--jobs: expected at least 1, found " + jobs.getAsInt());
    }
    if (cellTimeout.isPresent() && cellTimeout.get().compareTo(Duration.ZERO) <= 0) {
      throw new SpecException(
          "--cell-timeout: expected at least 1, found " + cellTimeout.get().toSeconds());
    }
  }

  /**
   * The executor for it.
   *
   * @throws SpecException with one line, if Spark is not on the class path or does not answer
   */
  public CellExecutor executor() {
    return Places.provider(on, CellExecutorProvider.class).executor(this);
  }
}
