package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.LossCritics;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * J and log M of many batches of a 20-dimensional Gaussian at its optimal critic, which stands
 * still.
 *
 * @param mi I(X;Y), nats
 * @param batch pairs in a batch, K
 * @param batches how many
 * @param seed of the batches
 */
record FrozenCell(int mi, int batch, int batches, int seed) implements Cell {
  private static final int DIM = 20;
  private static final int ABREAST = 64;
  private static final int STEP_BATCH = 64;
  private static final String JOINT = "J";
  private static final String LOG_MARGINAL = "log M";

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("critic", "frozen", "mi", mi, "batch", batch));
  }

  @Override
  public long steps() {
    return Math.max(1, (long) batches * batch * batch / (STEP_BATCH * STEP_BATCH));
  }

  @Override
  public CellResult run(CellContext context) {
    float[] joints = new float[batches];
    float[] logMarginals = new float[batches];
    try (BatchGraph graph = new BatchGraph(this::terms)) {
      for (int begin = 0; begin < batches; begin += ABREAST) {
        if (context.stopping()) {
          throw new StoppedException();
        }
        float[] terms = graph.run(seed, begin / ABREAST);
        int count = Math.min(ABREAST, batches - begin);
        System.arraycopy(terms, 0, joints, begin, count);
        System.arraycopy(terms, ABREAST, logMarginals, begin, count);
      }
    }
    context.advance(steps());
    return new CellResult(Map.of(), Map.of(JOINT, joints, LOG_MARGINAL, logMarginals), List.of());
  }

  static double[] joints(CellResult result) {
    return doubles(result.series(JOINT));
  }

  static double[] logMarginals(CellResult result) {
    return doubles(result.series(LOG_MARGINAL));
  }

  /** [2, batches side by side]: J, log M. */
  private Operand<TFloat32> terms(Ops tf, GraphRandom random) {
    Gaussian data = Gaussian.ofMi(DIM, mi);
    GraphPairs pairs = data.sampler(Split.REPORT).draw(tf, List.of(), random, ABREAST, batch);
    Scores scores =
        Scores.matrix(
            OptimalCell.score(tf, LossCritics.optimal(data, "a critic that stands still"), pairs));
    return tf.stack(List.of(scores.meanJoint(tf), scores.logMeanExpMarginal(tf)));
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return doubles;
  }
}
