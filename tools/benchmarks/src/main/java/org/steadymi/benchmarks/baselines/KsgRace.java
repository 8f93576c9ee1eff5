package org.steadymi.benchmarks.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.Programs;

/**
 * Lets contenders take turns at a task.
 *
 * @param programs how they are started
 * @param pinning where those of one thread run
 * @param turns how many and how long
 */
record KsgRace(Programs programs, Pinning pinning, Turns turns) {
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
    List<Turns.Side> sides = contenders.stream().map(c -> side(c, task, file)).toList();
    List<List<Reply>> taken = turns.take(new Turns.Work(task.describe(), "estimates", 1), sides);
    Map<KsgContender, List<Reply>> laps = new LinkedHashMap<>();
    for (int i = 0; i < contenders.size(); i++) {
      laps.put(contenders.get(i), taken.get(i));
    }
    return new KsgContest(task, laps);
  }

  private Turns.Side side(KsgContender contender, KsgTask task, Path file) {
    List<String> command = contender.command(programs, task, file);
    return new Turns.Side(
        contender.id(),
        contender.threads() == 1 ? pinning.command(command) : command,
        contender.doesOnce(task));
  }
}
