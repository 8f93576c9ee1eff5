package org.steadymi.spark;

/** Errors for which Spark would end the process, and with it the other tasks. */
final class Fatal {
  private Fatal() {}

  /**
   * What a task threw as its failure alone; what is not such an error, as it is. Memory that ran
   * out is not given as the cause, for Spark looks at causes, too.
   *
   * @param thrown a {@link LinkageError}, an {@link OutOfMemoryError} or a {@link RuntimeException}
   */
  static RuntimeException in(String task, Throwable thrown) {
    if (thrown instanceof OutOfMemoryError) {
      return new IllegalStateException(
          task
              + ": out of Java memory; give more with JAVA_TOOL_OPTIONS=-Xmx…, on a cluster with"
              + " JAVA_TOOL_OPTIONS=-Dspark.executor.memory=…");
    }
    if (thrown instanceof RuntimeException failed) {
      return isOfFullMemory(failed) ? new IllegalStateException(failed.getMessage()) : failed;
    }
    return new IllegalStateException(task + ": " + thrown, thrown);
  }

  private static boolean isOfFullMemory(RuntimeException failed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
    }
    return false;
  }
}
