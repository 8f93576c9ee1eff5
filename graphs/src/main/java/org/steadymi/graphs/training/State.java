package org.steadymi.graphs.training;

import java.util.Arrays;
import java.util.List;

/**
 * All that a training loop carries from step to step.
 *
 * @param step number of the next step
 * @param variables the parameters, then the optimiser's variables, each [R · size] row-major
 */
public record State(int step, List<float[]> variables) {
  /** The parameters of one replica: [size]. */
  public float[] parameters(int replica, int size) {
    return Arrays.copyOfRange(variables.get(0), replica * size, (replica + 1) * size);
  }
}
