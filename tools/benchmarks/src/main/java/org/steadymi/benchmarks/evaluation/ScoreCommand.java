package org.steadymi.benchmarks.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.steadymi.benchmarks.machine.TemporaryFolder;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.programs.Program;
import org.steadymi.benchmarks.programs.ScoredTable;
import org.steadymi.benchmarks.programs.ScriptOptions;

/**
 * The command {@code steadymi score} on tables in Parquet, as whole processes.
 *
 * @param launcher how it is started, and how often
 * @param model that scores
 * @param progress hears what goes on, line by line
 */
record ScoreCommand(ScriptOptions launcher, Path model, Consumer<String> progress) {
  /** Runs it with every heap on every table, smaller tables first. */
  List<CommandRuns> measure(List<Integer> tables) {
    List<CommandRuns> all = new ArrayList<>();
    for (int rows : tables.stream().distinct().sorted().toList()) {
      try (TemporaryFolder folder = TemporaryFolder.make()) {
        progress.accept(Format.number("the command score: writing %,d rows", rows));
        ScoredTable table = ScoredTable.write(folder.path().resolve("table.parquet"), rows);
        List<String> arguments = table.score(model, folder.path().resolve("scores.parquet"));
        Program score = launcher.program("score", arguments);
        score.run(); // so that all is built and read before anything counts
        for (Heap heap : Heap.values()) {
          all.add(new CommandRuns(heap, rows, runs(heap.on(score), heap, rows)));
        }
      }
    }
    return all;
  }

  private List<CommandRuns.Run> runs(Program program, Heap heap, int rows) {
    List<CommandRuns.Run> runs = new ArrayList<>();
    for (int round = 1; round <= launcher.rounds(); round++) {
      progress.accept(
          Format.number(
              "the command score: %,d rows, %s heap, %d of %d",
              rows, heap.id(), round, launcher.rounds()));
      Program.Run run = program.run();
      runs.add(new CommandRuns.Run(run.seconds(), run.peakKib().orElseThrow()));
    }
    return runs;
  }
}
