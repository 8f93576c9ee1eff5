package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

  /** None for symbols of which no two are the same. */
  static List<BaselineEstimate> of(Variable x, Variable y, EstimateOptions options) {
    Sample all = new Sample(x.values(), y.values());
    Sample rows = all.count() > MOST_ROWS ? thinned(all, options.seed()) : all;
    NeighbourSettings neighbours =
        NeighbourSettings.DEFAULTS.withSeed(options.seed()).withThreads(options.threads());
    if (x.discrete() && y.discrete()) {
      return List.of(new PlugIn().estimate(rows.x(), rows.y()));
    }
    if (x.discrete() || y.discrete()) {
      Ross ross = new Ross(x.discrete() ? Ross.Side.X : Ross.Side.Y, neighbours);
      return ross.estimateIfRecurring(rows.x(), rows.y()).stream().toList();
    }
    return List.of(
        new Ksg(Ksg.Variant.FIRST, neighbours).estimate(rows.x(), rows.y()),
        new GaussianMi().estimate(rows.x(), rows.y()));
  }

  private static Sample thinned(Sample all, long seed) {
    int[] order = Shuffle.of(all.count(), new SplittableRandom(seed));
    return all.select(Arrays.copyOf(order, MOST_ROWS));
  }
}
