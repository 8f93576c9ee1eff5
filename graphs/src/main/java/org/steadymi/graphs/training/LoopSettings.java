package org.steadymi.graphs.training;

/**
 * The shape of a training loop.
 *
 * @param batch pairs in a batch, K ≥ 2
 * @param replicas independent critics trained at once, R ≥ 1
 * @param seed of initial parameters and batches
 * @param device TensorFlow device of the loop, such as {@code GPU:0}; empty lets TensorFlow place
 *     it
 */
public record LoopSettings(int batch, int replicas, int seed, String device) {
  /** One critic on batches of K pairs, placed by TensorFlow. */
  public LoopSettings(int batch, int seed) {
    this(batch, 1, seed, "");
  }

  /** Checks the numbers. */
  public LoopSettings {
    require("batch", batch, 2);
    require("replicas", replicas, 1);
  }

  /** These settings with R replicas. */
  public LoopSettings withReplicas(int count) {
    return new LoopSettings(batch, count, seed, device);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "training loop: expected " + name + " of at least " + least + ", found " + value);
    }
  }
}
