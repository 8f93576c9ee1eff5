package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.StoppedException;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The same quantities on many batches, of which some are drawn and measured side by side.
 *
 * @param batch pairs in a batch, K
 * @param batches how many
 * @param abreast how many of them side by side
 */
record ManyBatches(int batch, int batches, int abreast) {
  /** Scores in memory at once. */
  private static final int SCORES = 1 << 16;

  /** Pairs of the batch that counts as one step of progress. */
  private static final int STEP_BATCH = 64;

  /** As many side by side as have {@value SCORES} scores. */
  static ManyBatches of(int batch, int batches) {
    return new ManyBatches(batch, batches, Math.max(1, SCORES / (batch * batch)));
  }

  /** How much work it is. */
  long steps() {
    return Math.max(1, (long) batches * batch * batch / (STEP_BATCH * STEP_BATCH));
  }

  /**
   * Measures.
   *
   * @param quantities how many
   * @param width numbers of one quantity on one batch
   * @param measured adds the quantities of batches side by side: [quantities, abreast, width]
   * @return [quantities][batches · width]
   */
  float[][] measure(
      CellContext context,
      int seed,
      int quantities,
      int width,
      BiFunction<Ops, GraphRandom, Operand<TFloat32>> measured) {
    int runs = (batches + abreast - 1) / abreast;
    int row = abreast * width;
    float[][] all = new float[quantities][runs * row];
    long reported = 0;
    try (BatchGraph graph = new BatchGraph(measured)) {
      for (int run = 0; run < runs; run++) {
        if (context.stopping()) {
          throw new StoppedException();
        }
        float[] numbers = graph.run(seed, run);
        for (int q = 0; q < quantities; q++) {
          System.arraycopy(numbers, q * row, all[q], run * row, row);
        }
        long done = steps() * (run + 1) / runs;
        context.advance(done - reported);
        reported = done;
      }
    }
    return Arrays.stream(all)
        .map(values -> Arrays.copyOf(values, batches * width))
        .toArray(float[][]::new);
  }
}
