package org.steadymi.laboratory.known;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.SpecException;
import org.steadymi.estimators.baselines.Baseline;
import org.steadymi.estimators.baselines.GaussianMi;
import org.steadymi.estimators.baselines.Ksg;
import org.steadymi.estimators.baselines.NeighbourSettings;
import org.steadymi.estimators.sample.Methods;

/** The ways to estimate that can be compared: those of the estimator, and the baselines. */
final class SampleMethods {
  static final List<String> BASELINES = List.of("ksg1", "ksg2", "gaussian");

  private SampleMethods() {}

  /**
   * Checks a name.
   *
   * @throws SpecException with one line, if there is no such method
   */
  static void require(String name) {
    if (!BASELINES.contains(name) && !Methods.exists(name)) {
      throw Methods.unknown(name, BASELINES);
    }
  }

  /** The baseline of that name, on one thread; none if the name is of a method with critics. */
  static Optional<Baseline> baseline(String name, int seed) {
    NeighbourSettings neighbours = NeighbourSettings.DEFAULTS.withSeed(seed).withThreads(1);
    return switch (name) {
      case "ksg1" -> Optional.of(new Ksg(Ksg.Variant.FIRST, neighbours));
      case "ksg2" -> Optional.of(new Ksg(Ksg.Variant.SECOND, neighbours));
      case "gaussian" -> Optional.of(new GaussianMi());
      default -> Optional.empty();
    };
  }
}
