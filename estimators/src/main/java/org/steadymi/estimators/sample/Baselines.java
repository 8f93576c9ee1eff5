package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.steadymi.estimators.baselines.Baseline;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.baselines.GaussianMi;
import org.steadymi.estimators.baselines.Ksg;
import org.steadymi.estimators.baselines.NeighbourSettings;
import org.steadymi.estimators.baselines.PlugIn;
import org.steadymi.estimators.baselines.Ross;

/** The estimators without a critic that suit a pair of variables. */
final class Baselines {
  /** More rows than this are thinned: neighbours in many columns are searched one by one. */
  static final int MOST_ROWS = 20_000;

  private Baselines() {}

  static List<BaselineEstimate> of(Variable x, Variable y, EstimateOptions options) {
    Sample all = new Sample(x.values(), y.values());
    Sample rows = all.count() > MOST_ROWS ? thinned(all, options.seed()) : all;
    List<BaselineEstimate> estimates = new ArrayList<>();
    for (Baseline baseline : suiting(x.discrete(), y.discrete(), rows, options)) {
      estimates.add(baseline.estimate(rows.x(), rows.y()));
    }
    return estimates;
  }

  /** None for symbols of which no two are the same. */
  private static List<Baseline> suiting(
      boolean discreteX, boolean discreteY, Sample rows, EstimateOptions options) {
    NeighbourSettings neighbours =
        NeighbourSettings.DEFAULTS.withSeed(options.seed()).withThreads(options.threads());
    if (discreteX && discreteY) {
      return List.of(new PlugIn());
    }
    if (discreteX || discreteY) {
      Ross ross = new Ross(discreteX ? Ross.Side.X : Ross.Side.Y, neighbours);
      return Ross.serves(discreteX ? rows.x() : rows.y()) ? List.of(ross) : List.of();
    }
    return List.of(new Ksg(Ksg.Variant.FIRST, neighbours), new GaussianMi());
  }

  private static Sample thinned(Sample all, long seed) {
    int[] order = Shuffle.of(all.count(), new SplittableRandom(seed));
    return all.select(Arrays.copyOf(order, MOST_ROWS));
  }
}
