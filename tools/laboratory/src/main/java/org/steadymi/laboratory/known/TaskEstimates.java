package org.steadymi.laboratory.known;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.laboratory.study.Interval;

/**
 * The estimates of one method for one task from samples of one size.
 *
 * @param task with the truth
 * @param seeds one estimate for each seed, in order
 */
record TaskEstimates(KnownTask task, List<EstimateOutcome> seeds) {
  /** Copies the list. */
  TaskEstimates {
    seeds = List.copyOf(seeds);
  }

  /** The mean estimate, nats. */
  Interval nats() {
    return over(EstimateOutcome::nats);
  }

  /** Mean estimate less truth, nats. */
  double error() {
    return nats().mean() - task.mi();
  }

  /** Mean over seeds of |estimate − truth|, nats. */
  double absoluteError() {
    return over(this::absoluteError).mean();
  }

  /** |estimate − truth| of one of the estimates, nats. */
  double absoluteError(EstimateOutcome outcome) {
    return Math.abs(outcome.nats() - task.mi());
  }

  Interval seconds() {
    return over(EstimateOutcome::seconds);
  }

  /** What the critics read on their own rows, nats; NaN of a baseline. */
  Interval onTraining() {
    return over(o -> o.judged().map(EstimateOutcome.Judged::onTraining).orElse(Double.NaN));
  }

  private Interval over(ToDoubleFunction<EstimateOutcome> number) {
    return Interval.of(seeds.stream().mapToDouble(number).toArray());
  }
}
