package org.steadymi.benchmarks.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All rounds of one contender.
 *
 * @param contender who
 * @param trainedSteps steps that led to the last value, all rounds and the warm-up before them
 * @param laps one per round
 */
record Performance(Contender contender, long trainedSteps, List<Reply> laps) {
  /** Where InfoNCE stands after this many steps at the least; before, it may stand anywhere. */
  private static final long STEPS_TO_LEARN = 1000;

  /**
   * Reached by a critic that learns: after 1,000 steps at H = 64 it stands at 2.2 nats and more.
   */
  private static final double LEARNED = 2;

  /**
   * Not reached by a critic that sees fresh pairs: on batches of 64 the optimal critic has 3.07
   * nats, which no other exceeds on average; the mean over 100 batches varies by 0.02.
   */
  private static final double MEMORISED = 3.2;

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
    return spread(lap -> 1000 * lap.cpuSeconds() / lap.steps() / contender.replicas());
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
  boolean sound() {
    boolean early = trainedSteps < STEPS_TO_LEARN;
    return early || (value() > LEARNED && value() < MEMORISED);
  }

  /** What the peer calls itself. */
  String name() {
    return laps.get(0).peer();
  }

  private Spread spread(ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.stream().mapToDouble(figure).toArray());
  }
}
