package org.steadymi.spark;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;

/** Why a job of Spark failed. */
final class Failures {
  private static final String GAVE_UP =
      "; Spark %s gave up: is the master of that version, can workers start executors?"
              .formatted(org.apache.spark.package$.MODULE$.SPARK_VERSION())
          + " --verbose shows its lines, %s goes on";

  private Failures() {}

  /**
   * What the task threw that failed for the last time; else what Spark says, in one line.
   *
   * @param context null if there is none yet
   * @param resumed by what the work goes on
   */
  static RuntimeException reason(
      Exception failed, String on, SparkContext context, String resumed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof RuntimeException thrown && !(cause instanceof SparkThrowable)) {
        return thrown;
      }
    }
    boolean begun = context != null && !context.isStopped();
    return new IllegalStateException(
        "--on %s: %s%s"
            .formatted(
                on,
                String.valueOf(failed.getMessage()).lines().findFirst().orElse(""),
                begun ? "" : GAVE_UP.formatted(resumed)),
        failed);
  }
}
