package org.steadymi.estimators.sample.checks;

import java.util.HashMap;
import java.util.Map;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Estimation;
import org.steadymi.estimators.sample.EstimationProgress;

/** Estimates of rows by their name, each made once. */
final class Readings {
  private final EstimateOptions options;
  private final EstimationProgress progress;
  private final int count;
  private final Map<String, Measured> made = new HashMap<>();
  private int begun;

  /**
   * @param progress is told of the candidates of all estimates together
   * @param count of the estimates that will be made
   */
  Readings(EstimateOptions options, EstimationProgress progress, int count) {
    this.options = options;
    this.progress = progress;
    this.count = count;
  }

  /** An estimate that is there already. */
  void put(Observed rows, Estimate estimate) {
    made.put(rows.name(), Measured.of(estimate));
  }

  /** The estimate of rows. */
  Measured of(Observed rows) {
    Measured known = made.get(rows.name());
    if (known == null) {
      known = Measured.of(estimate(rows));
      made.put(rows.name(), known);
    }
    return known;
  }

  private Estimate estimate(Observed rows) {
    int before = begun++;
    EstimationProgress ofThis =
        (done, total, what) ->
            progress.at(before * total + done, count * total, rows.name() + ": " + what);
    return Estimation.of(rows.x(), rows.y(), options, ofThis).estimate();
  }
}
