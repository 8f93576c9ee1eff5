package org.steadymi.benchmarks.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * Lets contenders take turns: all are started and warmed up, then each round has one lap of each,
 * in an order that rotates, so that what else the machine does strikes all alike.
 *
 * @param task what they train on
 * @param programs how they are started
 * @param pinning where they run
 * @param turns how many and how long
 */
record Race(GaussianTask task, Programs programs, Pinning pinning, Turns turns) {
  /** Holds the race at one width. */
  Contest run(int hidden, List<Contender> contenders) {
    Map<Contender, Runner> runners = new EnumMap<>(Contender.class);
    try {
      for (Contender contender : contenders) {
        turns.progress().accept("H = %d: warming up %s".formatted(hidden, contender.id()));
        List<String> command = pinning.command(programs.command(contender, task, hidden));
        Runner runner =
            new Runner(contender, PeerProcess.start(contender.id(), command), task.trialSteps());
        runners.put(contender, runner);
        runner.warmUp(turns.seconds());
      }
      for (int round = 0; round < turns.rounds(); round++) {
        turns
            .progress()
            .accept(
                "H = %d: round %d of %d%s"
                    .formatted(
                        hidden, round + 1, turns.rounds(), round(runners, contenders, round)));
      }
      return new Contest(task, hidden, runners.values().stream().map(Runner::performance).toList());
    } finally {
      runners.values().forEach(Runner::close);
    }
  }

  /** One lap of each; their rates in words. */
  private static String round(
      Map<Contender, Runner> runners, List<Contender> contenders, int round) {
    List<Contender> order = new ArrayList<>(contenders);
    Collections.rotate(order, round);
    StringBuilder rates = new StringBuilder();
    for (Contender contender : order) {
      Reply lap = runners.get(contender).lap();
      rates.append(Format.number(", %s %,.0f", contender.id(), lap.rate() * contender.replicas()));
    }
    return rates.toString();
  }

  /** A contender in the race. */
  private static final class Runner implements AutoCloseable {
    private final Contender contender;
    private final PeerProcess process;
    private final List<Reply> laps = new ArrayList<>();
    private int steps;
    private long trained;

    Runner(Contender contender, PeerProcess process, int trialSteps) {
      this.contender = contender;
      this.process = process;
      this.steps = trialSteps;
    }

    /**
     * Finds the number of steps that takes as long as a lap should, twice, for a first trial is too
     * slow where a virtual machine compiles meanwhile; ends with a lap of that length.
     */
    void warmUp(double seconds) {
      run();
      steps = LapLength.steps(run().rate(), seconds);
      double rate = run().rate();
      if (LapLength.isFarFrom(steps, rate, seconds)) {
        steps = LapLength.steps(rate, seconds);
        run();
      }
    }

    Reply lap() {
      Reply lap = run();
      laps.add(lap);
      return lap;
    }

    Performance performance() {
      return new Performance(contender, trained, laps);
    }

    private Reply run() {
      trained += steps;
      return process.run(steps);
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
