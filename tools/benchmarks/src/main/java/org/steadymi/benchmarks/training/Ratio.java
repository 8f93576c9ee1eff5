package org.steadymi.benchmarks.training;

import java.util.Optional;
import org.steadymi.benchmarks.duel.Spread;

/**
 * How many times as fast one contender is as another.
 *
 * @param faster the one on top of the fraction
 * @param slower the one below
 * @param byRound the ratio of the rates of the same round, over rounds
 * @param ofBest the ratio of the best rates
 * @param goal the ratio to reach
 */
record Ratio(
    Contender faster, Contender slower, Spread byRound, double ofBest, Optional<Double> goal) {
  /** Whether the median over rounds reaches the goal; empty without a goal. */
  Optional<Boolean> reached() {
    return goal.map(least -> byRound.median() >= least);
  }
}
