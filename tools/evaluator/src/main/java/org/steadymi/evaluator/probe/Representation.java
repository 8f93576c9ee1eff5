package org.steadymi.evaluator.probe;

import java.util.Map;

/**
 * How good one representation of the inputs is.
 *
 * @param name {@link #FEATURES} or {@link #RAW}
 * @param width numbers per row
 * @param probe the linear probe
 * @param nearest 1-nearest-neighbour accuracy on the report split, training rows as neighbours
 */
public record Representation(
    String name, int width, LinearProbe.Result probe, Map<Similarity, Accuracy> nearest) {
  /** The name of what an encoder computes. */
  public static final String FEATURES = "features";

  /** The name of the inputs themselves, the baseline. */
  public static final String RAW = "raw";

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
