package org.steadymi.laboratory.known;

import java.util.List;
import java.util.stream.Stream;
import org.steadymi.laboratory.known.EstimateOutcome.Judged;

/**
 * How often 95 % intervals contain the truth, and whether verdicts say so where they do not.
 *
 * @param estimates how many
 * @param contained whose interval contains the truth
 * @param warnedMisses whose interval does not, with a verdict other than trustworthy
 * @param silentMisses whose interval does not, with the verdict trustworthy
 * @param warned with a verdict other than trustworthy, wherever the truth lies
 */
record Coverage(long estimates, long contained, long warnedMisses, long silentMisses, long warned) {

  /** One judged estimate and the truth. */
  private record Case(Judged judged, double truth) {
    boolean contained() {
      return judged.contains(truth);
    }
  }

  /** Of all estimates that have an interval. */
  static Coverage of(List<TaskEstimates> tasks) {
    List<Case> cases = tasks.stream().flatMap(Coverage::cases).toList();
    long contained = cases.stream().filter(Case::contained).count();
    long warned = cases.stream().filter(c -> c.judged.warns()).count();
    long warnedMisses = cases.stream().filter(c -> !c.contained() && c.judged.warns()).count();
    return new Coverage(
        cases.size(), contained, warnedMisses, cases.size() - contained - warnedMisses, warned);
  }

  private static Stream<Case> cases(TaskEstimates task) {
    return task.seeds().stream()
        .flatMap(seed -> seed.judged().stream())
        .map(judged -> new Case(judged, task.task().mi()));
  }

  /** A count as a share of all estimates. */
  double share(long count) {
    return (double) count / estimates;
  }
}
