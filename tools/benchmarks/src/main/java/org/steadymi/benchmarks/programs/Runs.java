package org.steadymi.benchmarks.programs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Table;

/**
 * A program, once per round.
 *
 * @param label in words
 * @param seconds wall time of each round
 * @param output what it printed in the first
 * @param peakKib the most memory in RAM of each round, KiB; empty where the system does not tell
 */
public record Runs(String label, List<Double> seconds, String output, List<Long> peakKib) {
  /** Copies the lists. */
  public Runs {
    seconds = List.copyOf(seconds);
    peakKib = List.copyOf(peakKib);
  }

  /** All of them in every round, each round begun by the next. */
  public static List<Runs> of(List<Program> programs, int rounds, Consumer<String> progress) {
    List<List<Program.Run>> runs =
        programs.stream().<List<Program.Run>>map(p -> new ArrayList<>()).toList();
    for (int round = 0; round < rounds; round++) {
      progress.accept("whole programs: round %d of %d".formatted(round + 1, rounds));
      for (int i = 0; i < programs.size(); i++) {
        int turn = (i + round) % programs.size();
        runs.get(turn).add(programs.get(turn).run());
      }
    }
    return IntStream.range(0, programs.size())
        .mapToObj(
            i ->
                new Runs(
                    programs.get(i).label(),
                    runs.get(i).stream().map(Program.Run::seconds).toList(),
                    runs.get(i).get(0).output(),
                    runs.get(i).stream().flatMap(run -> run.peakKib().stream().boxed()).toList()))
        .toList();
  }

  /** How the time varies. */
  public Spread spread() {
    return Spread.of(array());
  }

  /** The most memory in RAM over all rounds, in words; a dash where nobody knows. */
  public String peakMemory() {
    return peakKib.stream().max(Comparator.naturalOrder()).map(Format::mebibytes).orElse("–");
  }

  /** The time of another program over that of this one, round by round. */
  public Spread timesAsFastAs(Runs other) {
    double[] theirs = other.array();
    return Spread.of(
        IntStream.range(0, theirs.length).mapToDouble(i -> theirs[i] / seconds.get(i)).toArray());
  }

  private double[] array() {
    return seconds.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The times of all. */
  public static Table table(List<Runs> all) {
    Table table = new Table("program", "s, best", "median", "most");
    for (Runs runs : all) {
      Spread spread = runs.spread();
      table.row(
          runs.label(),
          Format.number("%.2f", spread.least()),
          Format.number("%.2f", spread.median()),
          Format.number("%.2f", spread.most()));
    }
    return table;
  }
}
