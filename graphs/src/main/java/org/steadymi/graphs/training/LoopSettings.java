package org.steadymi.graphs.training;

/**
 * The shape of a training loop.
 *
 * @param batch pairs in a batch, K ≥ 2
 * @param replicas independent critics trained at once, R ≥ 1
 * @param seed of initial parameters and batches
 * @param device TensorFlow device of the loop, such as {@code GPU:0}; empty lets TensorFlow place
 *     it
 * @param threads CPU threads for the work inside an operation, at least 1; more than one pays for
 *     convolutions. TensorFlow keeps one pool of threads per process, of the size that the first
 *     session asks for, unless {@code TF_OVERRIDE_GLOBAL_THREADPOOL=1} is in the environment
 */
public record LoopSettings(int batch, int replicas, int seed, String device, int threads) {
  /** On one thread. */
  public LoopSettings(int batch, int replicas, int seed, String device) {
    this(batch, replicas, seed, device, 1);
  }

  /** One critic on batches of K pairs, placed by TensorFlow. */
  public LoopSettings(int batch, int seed) {
    this(batch, 1, seed, "");
  }

  /** Checks the numbers. */
  public LoopSettings {
    require("batch", batch, 2);
    require("replicas", replicas, 1);
    require("threads", threads, 1);
  }

  /** These settings with R replicas. */
  public LoopSettings withReplicas(int count) {
    return new LoopSettings(batch, count, seed, device, threads);
  }

  /** These settings with that many threads. */
  public LoopSettings withThreads(int count) {
    return new LoopSettings(batch, replicas, seed, device, count);
  }

  private static void require(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "training loop: expected " + name + " of at least " + least + ", found " + value);
    }
  }
}
