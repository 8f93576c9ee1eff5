package org.steadymi.benchmarks.baselines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.steadymi.benchmarks.duel.Turns;
import org.steadymi.benchmarks.machine.Pinning;
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
    Map<KsgContender, Turns.Side> sides = new EnumMap<>(KsgContender.class);
    contenders.forEach(contender -> sides.put(contender, side(contender, task, file)));
    Turns.Work work = new Turns.Work(task.describe(), "estimates", 1);
    return new KsgContest(task, turns.take(work, sides).replies());
  }

  private Turns.Side side(KsgContender contender, KsgTask task, Path file) {
    List<String> command = contender.command(programs, task, file);
    return new Turns.Side(
        contender.id(),
        contender.threads() == 1 ? pinning.command(command) : command,
        contender.doesOnce(task) ? Turns.Part.ONCE : Turns.Part.REQUIRED);
  }
}
