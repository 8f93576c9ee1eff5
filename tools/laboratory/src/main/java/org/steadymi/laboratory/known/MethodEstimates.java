package org.steadymi.laboratory.known;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Sample;

/**
 * The estimates of one method from samples of one size, for all tasks.
 *
 * @param method its name
 * @param rows size of the samples
 * @param tasks one for each task, with as many seeds each
 */
record MethodEstimates(String method, int rows, List<TaskEstimates> tasks) {
  /** Copies the list. */
  MethodEstimates {
    tasks = List.copyOf(tasks);
  }

  /** Mean over tasks of |estimate − truth| for each seed, and over seeds; nats. */
  Interval meanAbsoluteError() {
    return Interval.of(
        IntStream.range(0, tasks.get(0).seeds().size())
            .mapToDouble(seed -> mean(t -> t.absoluteError(t.seeds().get(seed))))
            .toArray());
  }

  /** Median over tasks of the mean of |estimate − truth| over seeds, nats. */
  double medianAbsoluteError() {
    return Sample.of(numbers(TaskEstimates::absoluteError)).median();
  }

  /**
   * The task with the largest mean of |estimate − truth| over seeds; one without a number first.
   */
  TaskEstimates worst() {
    return tasks.stream()
        .max(Comparator.comparingDouble(TaskEstimates::absoluteError))
        .orElseThrow();
  }

  /** Mean over tasks and seeds of estimate − truth, nats. */
  double bias() {
    return mean(TaskEstimates::error);
  }

  /** Estimates that are no number. */
  long failures() {
    return outcomes().filter(o -> !Double.isFinite(o.nats())).count();
  }

  /** Seconds of an estimate: the mean over tasks and seeds. */
  double seconds() {
    return outcomes().mapToDouble(EstimateOutcome::seconds).average().orElseThrow();
  }

  /** Seconds of the slowest estimate. */
  double mostSeconds() {
    return outcomes().mapToDouble(EstimateOutcome::seconds).max().orElseThrow();
  }

  /** Whether the estimates come with intervals and verdicts. */
  boolean judged() {
    return outcomes().allMatch(o -> o.judged().isPresent());
  }

  private Stream<EstimateOutcome> outcomes() {
    return tasks.stream().flatMap(t -> t.seeds().stream());
  }

  private double mean(ToDoubleFunction<TaskEstimates> number) {
    return Interval.of(numbers(number)).mean();
  }

  private double[] numbers(ToDoubleFunction<TaskEstimates> number) {
    return tasks.stream().mapToDouble(number).toArray();
  }
}
