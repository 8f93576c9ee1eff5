package org.steadymi.spark;

import java.io.Serializable;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.steadymi.evaluator.bulk.PartCount;
import org.steadymi.evaluator.bulk.PartsJob;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction2;

/** What a task does: computes the one part of its partition. */
final class PartTask extends AbstractFunction2<TaskContext, Iterator<Integer>, PartCount>
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Broadcast<PartsJob> job;

  PartTask(Broadcast<PartsJob> job) {
    this.job = job;
  }

  @Override
  public PartCount apply(TaskContext task, Iterator<Integer> parts) {
    int part = parts.next();
    try {
      return job.value().compute(OpenModel.of(job.value(), task.cpus()), part);
    } catch (LinkageError | OutOfMemoryError | RuntimeException thrown) {
      throw Fatal.in("part " + part, thrown);
    }
  }
}
