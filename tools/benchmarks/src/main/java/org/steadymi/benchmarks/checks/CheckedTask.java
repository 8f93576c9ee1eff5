package org.steadymi.benchmarks.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.estimators.sample.checks.Extrapolation;
import org.steadymi.estimators.sample.checks.SelfCheck;

/**
 * A task with known mutual information, and what was made of samples of it.
 *
 * @param task its name
 * @param trueMi nats
 * @param samples one for each seed
 */
record CheckedTask(String task, double trueMi, List<Outcome> samples) {
  /**
   * What was made of one sample.
   *
   * @param seed that it was drawn with
   * @param check of the estimate
   * @param extrapolation of the estimate
   * @param seconds that both took
   */
  record Outcome(int seed, SelfCheck check, Extrapolation extrapolation, double seconds) {}

  /**
   * Draws the samples and makes them.
   *
   * @param seeds samples, of seeds 1, 2, …
   * @param progress is told of every sample
   */
  static CheckedTask of(
      String task, int rows, int seeds, EstimateOptions options, Consumer<String> progress) {
    PairSource source = source(task);
    List<Outcome> samples = new ArrayList<>();
    for (int seed = 1; seed <= seeds; seed++) {
      Outcome outcome = outcome(source.pairs(Split.REPORT, seed, rows), seed, options);
      samples.add(outcome);
      progress.accept("%s, sample %d: %.0f s".formatted(task, seed, outcome.seconds));
    }
    return new CheckedTask(task, source.trueMi().orElseThrow(), samples);
  }

  /**
   * The source of a task.
   *
   * @throws IllegalArgumentException with one line, if there is no such task
   */
  static PairSource source(String task) {
    return PairSources.parse("known:task=" + task);
  }

  private static Outcome outcome(Pairs pairs, int seed, EstimateOptions options) {
    long begin = System.nanoTime();
    Variable x = new Variable(Points.of(pairs.x()), false);
    Variable y = new Variable(Points.of(pairs.y()), false);
    var estimate = Estimation.of(x, y, options, EstimationProgress.NONE).estimate();
    SelfCheck check = SelfCheck.of(estimate, x, y, options, EstimationProgress.NONE);
    Extrapolation limit = Extrapolation.of(estimate, x, y, options, EstimationProgress.NONE);
    return new Outcome(seed, check, limit, (System.nanoTime() - begin) / 1e9);
  }
}
