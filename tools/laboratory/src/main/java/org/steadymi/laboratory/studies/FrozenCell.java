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
  private static final String JOINT = "J";
  private static final String LOG_MARGINAL = "log M";

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("critic", "frozen", "mi", mi, "batch", batch));
  }

  @Override
  public long steps() {
    return many().steps();
  }

  @Override
  public CellResult run(CellContext context) {
    float[][] terms = many().measure(context, seed, 2, 1, this::terms);
    return new CellResult(Map.of(), Map.of(JOINT, terms[0], LOG_MARGINAL, terms[1]), List.of());
  }

  private ManyBatches many() {
    return new ManyBatches(batch, batches, ABREAST);
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
