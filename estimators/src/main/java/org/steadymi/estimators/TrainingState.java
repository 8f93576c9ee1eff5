package org.steadymi.estimators;

import java.util.List;
import org.steadymi.graphs.training.State;

/**
 * All that a training carries from step to step, and all that it has given so far.
 *
 * @param loop parameters, moving averages, the optimiser's variables and the step, on which every
 *     random draw depends
 * @param replicas what has been recorded and selected, in the order of their numbers
 */
public record TrainingState(State loop, List<ReplicaState> replicas) {
  /** Copies the list. */
  public TrainingState {
    replicas = List.copyOf(replicas);
  }
}
