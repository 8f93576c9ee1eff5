package org.steadymi.laboratory;

import java.util.ServiceLoader;

/**
 * Makes executors for a place other than the threads of this process. Found by {@link
 * ServiceLoader}, so that nobody needs the libraries of a place who does not use it.
 */
public interface CellExecutorProvider {
  /**
   * An executor for the place.
   *
   * @throws IllegalArgumentException with one line, if nothing can be run there; nothing is written
   *     then
   */
  CellExecutor executor(Placement placement);
}
