package org.steadymi.benchmarks.duel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.protocol.PeerException;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * Lets processes take turns: all are started and warmed up, then each round has one lap of each, in
 * an order that rotates, so that what else the machine does strikes all alike.
 *
 * @param rounds number of laps of each that has one in every round
 * @param seconds wall time of a lap, about
 * @param progress hears what goes on, line by line
 */
public record Turns(int rounds, double seconds, Consumer<String> progress) {
  /** How a process takes part. */
  public enum Part {
    /** In every round; an error if it fails. */
    REQUIRED,
    /** In every round, but left out, and no error, if it fails while it warms up. */
    OPTIONAL,
    /** In the first round only, with a lap of one step and without a rehearsal. */
    ONCE
  }

  /**
   * A process to be started.
   *
   * @param id what errors and lines of progress call it
   * @param command program and arguments
   * @param unitsPerStep how many of what is counted, such as images, a step of it holds
   * @param part how it takes part
   */
  public record Side(String id, List<String> command, int unitsPerStep, Part part) {
    /** Copies the list. */
    public Side {
      command = List.copyOf(command);
    }

    /** One whose steps are what is counted. */
    public Side(String id, List<String> command, Part part) {
      this(id, command, 1, part);
    }
  }

  /**
   * What is done.
   *
   * @param label its name in lines of progress
   * @param unit what is counted, such as images
   * @param leastSteps of any lap
   */
  public record Work(String label, String unit, int leastSteps) {}

  /**
   * What came of it.
   *
   * @param laps of each side that took part, in the order of the sides
   * @param leftOut who did not and why, one line each
   */
  public record Taken<T>(Map<T, Laps> laps, List<String> leftOut) {
    /** The replies of each side that took part, one for each of its laps. */
    public Map<T, List<Reply>> replies() {
      Map<T, List<Reply>> replies = new LinkedHashMap<>();
      laps.forEach((side, done) -> replies.put(side, done.replies()));
      return replies;
    }
  }

  /**
   * Starts all sides, lets them work, and ends them.
   *
   * @throws PeerException if one that is not optional fails, or any after its warm-up
   * @throws IllegalStateException if none is left
   */
  public <T> Taken<T> take(Work work, Map<T, Side> sides) {
    Map<T, Runner> runners = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    try {
      sides.forEach(
          (key, side) -> {
            progress.accept("%s: warming up %s".formatted(work.label(), side.id()));
            try {
              runners.put(key, Runner.ready(side, new LapLength(seconds, work.leastSteps())));
            } catch (PeerException failed) {
              if (side.part() != Part.OPTIONAL) {
                throw failed;
              }
              leftOut.add("left out: " + failed.getMessage());
              progress.accept(leftOut.get(leftOut.size() - 1));
            }
          });
      if (runners.isEmpty()) {
        throw new IllegalStateException(String.join("; ", leftOut));
      }
      for (int round = 0; round < rounds; round++) {
        round(work, round, List.copyOf(runners.values()));
      }
      Map<T, Laps> laps = new LinkedHashMap<>();
      runners.forEach((key, runner) -> laps.put(key, runner.laps()));
      return new Taken<>(laps, leftOut);
    } finally {
      runners.values().forEach(Runner::close);
    }
  }

  private void round(Work work, int round, List<Runner> runners) {
    StringBuilder line = new StringBuilder();
    line.append("%s: round %d of %d".formatted(work.label(), round + 1, rounds));
    line.append(", %s/s:".formatted(work.unit()));
    for (int i = 0; i < runners.size(); i++) {
      Runner runner = runners.get((i + round) % runners.size());
      if (runner.hasLapIn(round)) {
        double rate = runner.lap().rate() * runner.side.unitsPerStep();
        line.append(Format.number(" %s %,.1f", runner.side.id(), rate));
      }
    }
    progress.accept(line.toString());
  }

  /** One side at work. */
  private static final class Runner implements AutoCloseable {
    private static final int MOST_CORRECTIONS = 2;

    private final Side side;
    private final PeerProcess process;
    private final List<Reply> replies = new ArrayList<>();
    private int steps;
    private long done;

    private Runner(Side side, int steps) {
      this.side = side;
      this.process = PeerProcess.start(side.id(), side.command());
      this.steps = steps;
    }

    /** A process that has been started and, if it does laps often, has done some already. */
    static Runner ready(Side side, LapLength length) {
      if (side.part() == Part.ONCE) {
        return new Runner(side, 1);
      }
      Runner runner = new Runner(side, length.least());
      try {
        runner.warmUp(length);
        return runner;
      } catch (PeerException failed) {
        runner.close();
        throw failed;
      }
    }

    /**
     * Finds the number of steps that takes as long as a lap should, twice, for a first trial is too
     * slow where a virtual machine compiles meanwhile; ends with a lap of that length.
     */
    private void warmUp(LapLength length) {
      run();
      Reply trial = run();
      for (int i = 0; i < MOST_CORRECTIONS && length.isFarFrom(steps, trial.rate()); i++) {
        steps = length.steps(trial.rate());
        trial = run();
      }
    }

    boolean hasLapIn(int round) {
      return round == 0 || side.part() != Part.ONCE;
    }

    Reply lap() {
      Reply reply = run();
      replies.add(reply);
      return reply;
    }

    Laps laps() {
      return new Laps(done, replies);
    }

    private Reply run() {
      done += steps;
      return process.run(steps);
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
