package org.steadymi.benchmarks.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.protocol.PeerProcess;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.Programs;

/**
 * Lets contenders take turns at a task, in an order that rotates.
 *
 * @param programs how they are started
 * @param pinning where those of one thread run
 * @param rounds number of laps of each
 * @param seconds wall time of a lap, about; at least one estimate
 * @param progress hears what goes on, line by line
 */
record KsgRace(
    Programs programs, Pinning pinning, int rounds, double seconds, Consumer<String> progress) {
  /** Holds the race. */
  KsgContest run(KsgTask task, List<KsgContender> contenders) {
    try {
      Path file = Files.createTempFile("steadymi-samples", ".f8");
      try {
        task.write(file);
        return run(task, contenders, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KsgContest run(KsgTask task, List<KsgContender> contenders, Path file) {
    Map<KsgContender, Runner> runners = new LinkedHashMap<>();
    try {
      for (KsgContender contender : contenders) {
        progress.accept(task.describe() + ": warming up " + contender.id());
        List<String> command = contender.command(programs, task, file);
        runners.put(
            contender,
            new Runner(
                PeerProcess.start(
                    contender.id(), contender.threads() == 1 ? pinning.command(command) : command),
                seconds));
      }
      for (int round = 0; round < rounds; round++) {
        List<KsgContender> order = new ArrayList<>(contenders);
        Collections.rotate(order, round);
        StringBuilder times = new StringBuilder();
        for (KsgContender contender : order) {
          Reply lap = runners.get(contender).lap();
          times.append(
              Format.number(", %s %,.0f ms", contender.id(), KsgContest.milliseconds(lap)));
        }
        progress.accept(task.describe() + ": round " + (round + 1) + " of " + rounds + times);
      }
      Map<KsgContender, List<Reply>> laps = new LinkedHashMap<>();
      runners.forEach((contender, runner) -> laps.put(contender, List.copyOf(runner.laps)));
      return new KsgContest(task, laps);
    } finally {
      runners.values().forEach(Runner::close);
    }
  }

  /** A contender in the race. */
  private static final class Runner implements AutoCloseable {
    private final PeerProcess process;
    private final List<Reply> laps = new ArrayList<>();
    private final int estimates;

    /** Warms up and finds out how many estimates make a lap. */
    Runner(PeerProcess process, double seconds) {
      this.process = process;
      this.estimates = (int) Math.max(1, Math.round(seconds * process.run(1).rate()));
    }

    Reply lap() {
      Reply lap = process.run(estimates);
      laps.add(lap);
      return lap;
    }

    @Override
    public void close() {
      process.close();
    }
  }
}
