package org.steadymi.evaluator.bulk;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Computes the parts of one job somewhere; to be used once. */
public interface PartsExecutor {
  /**
   * Computes parts, in any order, some of them perhaps twice.
   *
   * @return what became of each, in the order of the parts
   * @throws CancellationException if the process is on its way to its end
   * @throws RuntimeException what a part threw that failed for the last time
   */
  List<PartCount> run(PartsJob job, List<Integer> parts);
}
