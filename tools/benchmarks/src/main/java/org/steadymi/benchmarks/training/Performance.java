package org.steadymi.benchmarks.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All rounds of one contender.
 *
 * @param contender who
 * @param trainedSteps steps that led to the last value, all rounds and the warm-up before them
 * @param laps one per round
 */
record Performance(Contender contender, long trainedSteps, List<Reply> laps) {
  /** From so many steps on an estimate must have come up; before, it may stand anywhere. */
  private static final long STEPS_TO_LEARN = 1000;

  Performance {
    laps = List.copyOf(laps);
  }

  /** Steps of one critic per second, summed over the critics trained at once. */
  Spread rates() {
    return spread(this::rate);
  }

  /** The rate of one round. */
  double rate(Reply lap) {
    return lap.rate() * contender.replicas();
  }

  /** Processor time of one step of one critic, milliseconds. */
  Spread cpuMilliseconds() {
    return spread(lap -> 1000 * lap.cpuOfStep() / contender.replicas());
  }

  /** Processor time over wall time. */
  Spread coreShare() {
    return spread(Reply::coreShare);
  }

  /** The estimate after the last round, nats. */
  double value() {
    return laps.get(laps.size() - 1).value();
  }

  /** Whether the estimate is that of a critic that learns from fresh pairs. */
  boolean sound(GaussianTask task) {
    return trainedSteps < STEPS_TO_LEARN || task.learned(value());
  }

  /** What the peer calls itself. */
  String name() {
    return laps.get(0).peer();
  }

  private Spread spread(ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.stream().mapToDouble(figure).toArray());
  }
}
