package org.steadymi.evaluator;

import java.io.PrintWriter;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.steadymi.datasets.SpecException;

/**
 * Where work is done if not by threads of this process, as {@code --on} names it: {@code spark} for
 * Spark inside this process, or what {@code spark-submit} says; {@code spark://HOST:PORT} for a
 * stand-alone cluster, with further masters between commas.
 */
public final class Places {
  private static final String SPARK = "spark";
  private static final String ADDRESS = "[^\\s/:,]+:\\d{1,5}";
  private static final Pattern FORM =
      Pattern.compile("spark(://" + ADDRESS + "(," + ADDRESS + ")*)?");

  private Places() {}

  /**
   * Checks the form of a place.
   *
   * @throws SpecException with one line, if it is none
   */
  public static void require(String on) {
    if (!FORM.matcher(on).matches()) {
      throw new SpecException(
          "--on: expected spark or spark://HOST:PORT, found '%s'%s"
              .formatted(on, SpecException.guess(on, List.of(SPARK))));
    }
  }

  /** Says on standard error what work there waits for. */
  public static void tell(PrintWriter err, String waitsFor) {
    err.println("steadymi: waiting for " + waitsFor);
    err.flush();
  }

  /**
   * What does one kind of work there; found by {@link ServiceLoader}, so that nobody needs the
   * libraries of a place who does not use it.
   *
   * @throws SpecException with one line, if Spark is not on the class path
   */
  public static <T> T provider(String on, Class<T> kind) {
    return ServiceLoader.load(kind)
        .findFirst()
        .orElseThrow(
            () ->
                new SpecException(
                    "--on "
                        + on
                        + ": Spark is not on the class path; start with the script ./steadymi, which"
                        + " puts it there, or with spark-submit"));
  }
}
