package org.steadymi.benchmarks.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
   */
  public record Side(String id, List<String> command) {
    /** Copies the list. */
    public Side {
      command = List.copyOf(command);
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

  /** Starts all sides, lets them work, and ends them; one list of laps for each. */
  public List<List<Reply>> take(Work work, List<Side> sides) {
    progress.accept(work.label() + ": warming up");
    List<Runner> runners = new ArrayList<>();
    try {
      for (Side side : sides) {
        runners.add(new Runner(PeerProcess.start(side.id(), side.command()), seconds));
      }
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < runners.size(); i++) {
          runners.get((i + round) % runners.size()).lap();
        }
        progress.accept(
            work.label() + ": round " + (round + 1) + " of " + rounds + rates(work, runners));
      }
      return runners.stream().map(runner -> List.copyOf(runner.laps)).toList();
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private static String rates(Work work, List<Runner> runners) {
    StringBuilder rates = new StringBuilder();
    for (Runner runner : runners) {
      Reply lap = runner.laps.get(runner.laps.size() - 1);
      rates.append(
          Format.number(", %s %,.1f %s/s", lap.peer(), work.perStep() * lap.rate(), work.unit()));
    }
    return rates.toString();
  }

  /** One side at work. */
  private static final class Runner implements AutoCloseable {
    private final PeerProcess process;
    private final List<Reply> laps = new ArrayList<>();
    private final int steps;

    /** Warms up and finds out how many steps make a lap. */
    Runner(PeerProcess process, double seconds) {
      this.process = process;
      process.run(1);
      this.steps = (int) Math.max(1, Math.round(seconds * process.run(1).rate()));
    }

    void lap() {
      laps.add(process.run(steps));
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
