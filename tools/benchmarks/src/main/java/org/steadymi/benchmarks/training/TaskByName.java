package org.steadymi.benchmarks.training;

import org.steadymi.benchmarks.options.ByName;

/** Tasks from the names of their critics. */
public final class TaskByName extends ByName<GaussianTask> {
  /** For picocli. */
  public TaskByName() {
    super(GaussianTask::named);
  }
}
