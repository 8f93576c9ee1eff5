package org.steadymi.laboratory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.steadymi.datasets.SpecException;

/**
 * Where cells are run if not on threads of this process; none of it changes the results.
 *
 * @param on {@code spark} for Spark inside this process, or what {@code spark-submit} says; {@code
 *     spark://HOST:PORT} for a stand-alone cluster, with further masters between commas
 * @param jobs cells at once; empty for as many as there are cores
 * @param cellTimeout how long a cell may take before it is tried again; empty for no limit
 */
public record Placement(String on, OptionalInt jobs, Optional<Duration> cellTimeout) {
  private static final String SPARK = "spark";
  private static final String ADDRESS = "[^\\s/:,]+:\\d{1,5}";
  private static final Pattern FORM =
      Pattern.compile("spark(://" + ADDRESS + "(," + ADDRESS + ")*)?");

  /** Checks the form. */
  public Placement {
    if (!FORM.matcher(on).matches()) {
      throw new SpecException(
          "--on: expected spark or spark://HOST:PORT, found '%s'%s"
              .formatted(on, SpecException.guess(on, List.of(SPARK))));
    }
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
    return ServiceLoader.load(CellExecutorProvider.class)
        .findFirst()
        .orElseThrow(
            () ->
                new SpecException(
                    "--on "
                        + on
                        + ": Spark is not on the class path; start with the script ./steadymi, which"
                        + " puts it there, or with spark-submit"))
        .executor(this);
  }
}
