package org.steadymi.benchmarks.images;

import java.util.List;
import java.util.Map;

/**
 * What training steps of a network spend.
 *
 * @param network which
 * @param seconds time inside the kernels of an operation, over all traced steps, by operation
 */
record StepTimes(ImageNetwork network, Map<String, Double> seconds) {
  /** In the name of every convolution, of its gradients and of what they are fused with. */
  private static final String CONVOLUTION = "Conv2D";

  /** Copies the map. */
  StepTimes {
    seconds = Map.copyOf(seconds);
  }

  /** Share of the time in an operation. */
  double share(String operation) {
    return seconds.get(operation) / total();
  }

  /** Share of the time that is not spent in convolutions and their gradients. */
  double outsideConvolutions() {
    double outside =
        seconds.entrySet().stream()
            .filter(entry -> !entry.getKey().contains(CONVOLUTION))
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return outside / total();
  }

  /** The operations by falling time. */
  List<String> operations() {
    return seconds.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
