package org.steadymi.benchmarks.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;

/**
 * Lets contenders take turns.
 *
 * @param task what they train on
 * @param programs how they are started
 * @param pinning where they run
 * @param turns how many and how long
 */
record Race(GaussianTask task, Programs programs, Pinning pinning, Turns turns) {
  /** Of a lap: as many as an estimate is averaged over. */
  private static final int LEAST_STEPS = 100;

  /** Holds the race at one width. */
  Contest run(int hidden, List<Contender> contenders) {
    Map<Contender, Turns.Side> sides = new EnumMap<>(Contender.class);
    contenders.forEach(contender -> sides.put(contender, side(contender, hidden)));
    Turns.Taken<Contender> taken =
        turns.take(new Turns.Work("H = " + hidden, "steps", LEAST_STEPS), sides);
    List<Performance> performances = new ArrayList<>();
    taken
        .laps()
        .forEach(
            (contender, laps) ->
                performances.add(new Performance(contender, laps.steps(), laps.replies())));
    return new Contest(task, hidden, performances, taken.leftOut());
  }

  private Turns.Side side(Contender contender, int hidden) {
    List<String> command = pinning.command(programs.command(contender, task, hidden));
    return new Turns.Side(
        contender.id(),
        command,
        contender.replicas(),
        contender.isOfAnotherFramework() ? Turns.Part.OPTIONAL : Turns.Part.REQUIRED);
  }
}
