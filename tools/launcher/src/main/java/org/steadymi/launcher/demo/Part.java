package org.steadymi.launcher.demo;

import java.util.List;
import java.util.concurrent.Callable;
import org.steadymi.report.Section;

/**
 * One study of the demonstration: independent pieces of work, then a section of the report from
 * their results.
 */
interface Part {
  /** Training steps in all, the unit of progress. */
  long steps();

  /** The pieces of work; each keeps its own result. */
  List<Callable<Void>> work(Steps steps);

  /** What the pieces found; only once all are done. */
  Section section();

  /** The one or two findings that a reader should take away; only once all are done. */
  List<String> findings();

  /** Counts training steps. */
  @FunctionalInterface
  interface Steps {
    /** So many more are done. */
    void done(int count);
  }
}
