package org.steadymi.benchmarks.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison that the table makes.
 *
 * @param faster the contender on top of the fraction
 * @param slower the one below
 * @param separable the ratio to reach with the separable critic by width H, where there is one
 */
record Goal(Contender faster, Contender slower, Map<Integer, Double> separable) {
  /** All of them, in the order of the table. */
  static final List<Goal> ALL =
      List.of(
          new Goal(Contender.LOOP, Contender.STEP, Map.of(64, 2.0)),
          new Goal(Contender.LOOP, Contender.PYTORCH, Map.of(64, 6.0, 256, 2.0)),
          new Goal(Contender.LOOP, Contender.PYTORCH_COMPILE, Map.of()),
          new Goal(Contender.LOOP, Contender.JAX_SCAN, Map.of(64, 1.2, 256, 1.0)),
          new Goal(Contender.LOOP, Contender.TENSORFLOW, Map.of()),
          new Goal(Contender.LOOP, Contender.TENSORFLOW_XLA, Map.of()),
          new Goal(Contender.LOOP, Contender.JAX, Map.of()),
          new Goal(Contender.REPLICAS, Contender.LOOP, Map.of(64, 1.5)));

  /** The ratio to reach in a task at width H, where there is one. */
  Optional<Double> atLeast(GaussianTask task, int hidden) {
    return Optional.ofNullable(task == GaussianTask.SEPARABLE ? separable.get(hidden) : null);
  }
}
