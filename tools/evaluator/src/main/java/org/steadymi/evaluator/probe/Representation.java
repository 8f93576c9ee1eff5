package org.steadymi.evaluator.probe;

import java.util.Map;

/**
 * How good one representation of the inputs is.
 *
 * @param name {@code features} of the encoder, or {@code raw} for the inputs themselves
 * @param width numbers per row
 * @param probe the linear probe
 * @param nearest 1-nearest-neighbour accuracy on the report split, training rows as neighbours
 */
public record Representation(
    String name, int width, LinearProbe.Result probe, Map<Similarity, Accuracy> nearest) {
  /** Copies the map. */
  public Representation {
    nearest = Map.copyOf(nearest);
  }

  /** Runs the probe and the nearest-neighbour classifier. */
  public static Representation evaluate(String name, LabelledSplits splits) {
    return new Representation(
        name,
        splits.train().rows().width(),
        LinearProbe.evaluate(splits),
        new NearestNeighbour(splits.train()).accuracies(splits.report()));
  }
}
