package org.steadymi.benchmarks.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * Lets processes take turns, in an order that rotates from round to round.
 *
 * @param rounds number of laps of each
 * @param seconds wall time of a lap, about; at least one unit of work
 * @param progress hears what goes on, line by line
 */
public record Turns(int rounds, double seconds, Consumer<String> progress) {
  /**
   * A process to be started.
   *
   * @param id what errors call it
   * @param command program and arguments
   * @param once whether it has one lap only, of one unit of work, in the first round
   */
  public record Side(String id, List<String> command, boolean once) {
    /** Copies the list. */
    public Side {
      command = List.copyOf(command);
    }

    /** With a lap in every round. */
    public Side(String id, List<String> command) {
      this(id, command, false);
    }
  }

  /**
   * What is done.
   *
   * @param label its name in lines of progress
   * @param unit what is counted, such as images
   * @param perStep how many of them a unit of the peers' work holds
   */
  public record Work(String label, String unit, int perStep) {}

  /**
   * Starts all sides, lets them work, and ends them.
   *
   * @return the laps of each, one for each round, or the one of a side that has only one
   */
  public List<List<Reply>> take(Work work, List<Side> sides) {
    progress.accept(work.label() + ": warming up");
    List<Runner> runners = new ArrayList<>();
    try {
      for (Side side : sides) {
        PeerProcess process = PeerProcess.start(side.id(), side.command());
        runners.add(side.once() ? Runner.once(process) : Runner.often(process, seconds));
      }
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < runners.size(); i++) {
          runners.get((i + round) % runners.size()).lap(round);
        }
        progress.accept(
            work.label()
                + ": round "
                + (round + 1)
                + " of "
                + rounds
                + rates(work, runners, round));
      }
      return runners.stream().map(runner -> List.copyOf(runner.laps)).toList();
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static String rates(Work work, List<Runner> runners, int round) {
    return runners.stream()
        .filter(runner -> runner.laps.size() > round)
        .map(runner -> runner.laps.get(round))
        .map(
            lap ->
                Format.number(
                    ", %s %,.1f %s/s", lap.peer(), work.perStep() * lap.rate(), work.unit()))
        .collect(Collectors.joining());
  }

  /** One side at work. */
  private static final class Runner implements AutoCloseable {
    private final PeerProcess process;
    private final List<Reply> laps = new ArrayList<>();
    private final boolean once;
    private final int steps;

    private Runner(PeerProcess process, boolean once, int steps) {
      this.process = process;
      this.once = once;
      this.steps = steps;
    }

    /** Warms up and finds out how many steps make a lap. */
    static Runner often(PeerProcess process, double seconds) {
      process.run(1);
      return new Runner(
          process, false, (int) Math.max(1, Math.round(seconds * process.run(1).rate())));
    }

    /** Without a rehearsal: the peer warms up by itself before its lap. */
    static Runner once(PeerProcess process) {
      return new Runner(process, true, 1);
    }

    void lap(int round) {
      if (round == 0 || !once) {
        laps.add(process.run(steps));
      }
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
