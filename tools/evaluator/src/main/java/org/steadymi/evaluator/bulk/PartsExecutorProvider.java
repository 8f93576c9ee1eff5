package org.steadymi.evaluator.bulk;

import java.util.OptionalInt;
import java.util.function.Consumer;

/** Makes executors for a place other than the threads of this process. */
public interface PartsExecutorProvider {
  /**
   * An executor for the place.
   *
   * @param on as {@link org.steadymi.evaluator.Places} says
   * @param threads parts at once; empty for as many as there are cores
   * @param waits is told, in words, what is waited for
   * @throws IllegalArgumentException with one line, if nothing can be run there
   */
  PartsExecutor executor(String on, OptionalInt threads, Consumer<String> waits);
}
