package org.steadymi.laboratory.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Judgement;
import org.steadymi.estimators.sample.Verdict;
import org.steadymi.laboratory.known.EstimateOutcome.Judged;

/** The study's arithmetic, on errors that are known in advance. */
class MethodEstimatesTest {
  private static final double EXACT = 1e-12;

  private static KnownTask task(int number) {
    return KnownTasks.all().get(number);
  }

  private static TaskEstimates off(int task, double... errors) {
    return new TaskEstimates(
        task(task),
        DoubleStream.of(errors)
            .mapToObj(
                error -> new EstimateOutcome(task(task).mi() + error, 10 * task, Optional.empty()))
            .toList());
  }

  private static MethodEstimates method(TaskEstimates... tasks) {
    return new MethodEstimates("any", 100, List.of(tasks));
  }

  /** Seed by seed, the mean absolute errors are (.1 + .2 + .6) / 3 and (.3 + 0 + .6) / 3. */
  @Test
  void errorsAreAbsoluteBeforeTheyAreAveraged() {
    MethodEstimates method = method(off(0, 0.1, -0.3), off(1, -0.2, 0), off(2, -0.6, -0.6));
    assertThat(method.meanAbsoluteError().mean()).isCloseTo(0.3, within(EXACT));
    assertThat(method.meanAbsoluteError().n()).isEqualTo(2);
    assertThat(method.medianAbsoluteError()).isCloseTo(0.2, within(EXACT));
    assertThat(method.bias()).isCloseTo((-0.1 - 0.1 - 0.6) / 3, within(EXACT));
    assertThat(method.worst().task()).isEqualTo(task(2));
    assertThat(method.worst().absoluteError()).isCloseTo(0.6, within(EXACT));
    assertThat(method.seconds()).isCloseTo(10, within(EXACT));
    assertThat(method.mostSeconds()).isEqualTo(20);
  }

  @Test
  void whatIsNoNumberIsTheWorstAndIsCounted() {
    MethodEstimates method = method(off(0, 0.5, 0.5), off(1, Double.NaN, Double.NaN));
    assertThat(method.failures()).isEqualTo(2);
    assertThat(method.worst().task()).isEqualTo(task(1));
  }

  private static EstimateOutcome judged(KnownTask task, double from, double to, Verdict verdict) {
    return new EstimateOutcome(
        task.mi() + (from + to) / 2,
        1,
        Optional.of(
            new Judged(
                new Interval(task.mi() + from, task.mi() + to),
                task.mi(),
                new Judgement(verdict, List.of()),
                List.of())));
  }

  @Test
  void everyIntervalIsCountedOnce() {
    KnownTask first = task(0);
    KnownTask second = task(1);
    List<TaskEstimates> tasks =
        List.of(
            new TaskEstimates(
                first,
                List.of(
                    judged(first, -0.1, 0.1, Verdict.TRUSTWORTHY),
                    judged(first, -0.1, 0.1, Verdict.TOO_LITTLE_DATA),
                    judged(first, 0.1, 0.2, Verdict.TOO_LITTLE_DATA))),
            new TaskEstimates(
                second,
                List.of(
                    judged(second, -0.2, -0.1, Verdict.TRUSTWORTHY),
                    judged(second, -0.2, -0.1, Verdict.UNSTABLE),
                    judged(second, 0, 0, Verdict.TRUSTWORTHY))));
    Coverage coverage = Coverage.of(tasks);
    assertThat(coverage).isEqualTo(new Coverage(6, 3, 2, 1, 3));
    assertThat(coverage.share(coverage.contained())).isEqualTo(0.5);
  }

  @Test
  void baselinesHaveNoIntervals() {
    MethodEstimates method = method(off(0, 0.1), off(1, 0.1));
    assertThat(method.judged()).isFalse();
    assertThat(Coverage.of(method.tasks()).estimates()).isZero();
  }
}
