package org.steadymi.benchmarks.training;

import java.util.List;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * All that one run of the benchmark found.
 *
 * @param machine where
 * @param task what contenders trained on
 * @param setup how
 * @param contests one per width
 * @param leftOut whose environment is missing, one line each
 */
public record TrainingResults(
    Machine machine, GaussianTask task, Setup setup, List<Contest> contests, List<String> leftOut) {
  /** Copies the lists. */
  public TrainingResults {
    contests = List.copyOf(contests);
    leftOut = List.copyOf(leftOut);
  }

  /** A document with every number, for JSON. */
  public Object document() {
    return new Document(
        task.description(),
        machine,
        setup,
        contests.stream().map(ContestEntry::of).toList(),
        leftOut);
  }

  private record Document(
      String task,
      Machine machine,
      Setup setup,
      List<ContestEntry> contests,
      List<String> leftOut) {}

  private record ContestEntry(
      int hidden, List<Entry> contenders, List<RatioEntry> ratios, List<String> leftOut) {
    static ContestEntry of(Contest contest) {
      return new ContestEntry(
          contest.hidden(),
          contest.performances().stream().map(p -> Entry.of(contest.task(), p)).toList(),
          contest.ratios().stream().map(RatioEntry::of).toList(),
          contest.leftOut());
    }
  }

  private record Entry(
      String contender,
      String name,
      int replicas,
      long trainedSteps,
      boolean sound,
      Spread stepsPerSecond,
      Spread cpuMillisecondsPerStep,
      Spread coreShare,
      double nats,
      List<Reply> laps) {
    static Entry of(GaussianTask task, Performance p) {
      return new Entry(
          p.contender().id(),
          p.name(),
          p.contender().replicas(),
          p.trainedSteps(),
          p.sound(task),
          p.rates(),
          p.cpuMilliseconds(),
          p.coreShare(),
          p.value(),
          p.laps());
    }
  }

  private record RatioEntry(
      String faster, String slower, Spread byRound, double ofBest, Double goal, Boolean reached) {
    static RatioEntry of(Ratio ratio) {
      return new RatioEntry(
          ratio.faster().id(),
          ratio.slower().id(),
          ratio.byRound(),
          ratio.ofBest(),
          ratio.goal().orElse(null),
          ratio.reached().orElse(null));
    }
  }
}
