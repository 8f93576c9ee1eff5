package org.steadymi.benchmarks.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.duel.Spread;

/**
 * All contenders at one width.
 *
 * @param task what they train on
 * @param hidden H, width of the hidden layers
 * @param performances one per contender, with equally many rounds
 * @param leftOut who failed while warming up and how, one line each
 */
record Contest(
    GaussianTask task, int hidden, List<Performance> performances, List<String> leftOut) {
  Contest {
    performances = List.copyOf(performances);
    leftOut = List.copyOf(leftOut);
  }

  /** The ratios of interest between those who took part. */
  List<Ratio> ratios() {
    return Goal.ALL.stream().flatMap(goal -> ratio(goal).stream()).toList();
  }

  private Optional<Ratio> ratio(Goal goal) {
    return of(goal.faster()).flatMap(a -> of(goal.slower()).map(b -> ratio(goal, a, b)));
  }

  private Ratio ratio(Goal goal, Performance a, Performance b) {
    double[] byRound =
        IntStream.range(0, a.laps().size())
            .mapToDouble(i -> a.rate(a.laps().get(i)) / b.rate(b.laps().get(i)))
            .toArray();
    return new Ratio(
        goal.faster(),
        goal.slower(),
        Spread.of(byRound),
        a.rates().most() / b.rates().most(),
        goal.atLeast(task, hidden));
  }

  private Optional<Performance> of(Contender contender) {
    return performances.stream().filter(p -> p.contender() == contender).findFirst();
  }
}
