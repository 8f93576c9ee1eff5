package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.GraphPairs;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.LossCritics;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Many losses at the critic that is optimal for each, on the same batches: nothing is trained.
 *
 * @param losses specifications
 * @param mi I(X;Y), nats
 * @param batch pairs in a batch, K
 * @param batches how many
 * @param seed of the batches
 */
record OptimalCell(List<String> losses, int mi, int batch, int batches, int seed) implements Cell {
  static final int DIM = 20;
  static final int BLOCKS = 20;

  private static final String LARGEST = "largest ";

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("critic", "optimal", "mi", mi, "batch", batch));
  }

  @Override
  public long steps() {
    return many().steps();
  }

  @Override
  public CellResult run(CellContext context) {
    return result(many().measure(context, seed, losses.size(), 1, this::values));
  }

  /** The errors of one loss. */
  static ErrorBlocks errors(CellResult result, String loss) {
    return ErrorBlocks.decode(result.series(loss));
  }

  /** The largest value of any batch. */
  static double largest(CellResult result, String loss) {
    return result.number(LARGEST + loss);
  }

  private CellResult result(float[][] values) {
    Map<String, Double> largest = new LinkedHashMap<>();
    Map<String, float[]> errors = new LinkedHashMap<>();
    for (int l = 0; l < losses.size(); l++) {
      largest.put(LARGEST + losses.get(l), doubles(values[l]).max().orElseThrow());
      errors.put(losses.get(l), ErrorBlocks.of(values[l], mi, BLOCKS).encode());
    }
    return new CellResult(largest, errors, List.of());
  }

  private static DoubleStream doubles(float[] values) {
    double[] doubles = new double[values.length];
    Arrays.setAll(doubles, i -> values[i]);
    return Arrays.stream(doubles);
  }

  private ManyBatches many() {
    return ManyBatches.of(batch, batches);
  }

  /** [losses, batches side by side]. */
  private Operand<TFloat32> values(Ops tf, GraphRandom random) {
    Gaussian data = Gaussian.ofMi(DIM, mi);
    GraphPairs pairs =
        data.sampler(Split.REPORT).draw(tf, List.of(), random, many().abreast(), batch);
    Critic logRatio = LossCritics.optimal(data, "optimal critic");
    Operand<TFloat32> logRatios = score(tf, logRatio, pairs);
    List<Operand<TFloat32>> rows = new ArrayList<>();
    for (String spec : losses) {
      Loss loss = LossSpecs.parse(spec);
      Critic own = LossCritics.of(data, logRatio, loss);
      boolean known = own.parameters().isEmpty() && !own.equals(logRatio);
      rows.add(optimalValue(tf, loss, known ? score(tf, own, pairs) : logRatios));
    }
    return tf.stack(rows);
  }

  /** Scores of all pairs by a critic without parameters. */
  static Operand<TFloat32> score(Ops tf, Critic known, GraphPairs pairs) {
    return known.scoreMatrix(
        tf,
        name -> {
          throw new IllegalStateException("a known critic has no parameter '" + name + "'");
        },
        pairs.x(),
        pairs.y());
  }

  /**
   * The value of a loss at log r and the level of its optimum. What a loss learns beside the critic
   * is optimal where the whole is log r again; a moving average of M is e^level.
   */
  static Operand<TFloat32> optimalValue(Ops tf, Loss loss, Operand<TFloat32> logRatios) {
    Properties.Optimum optimum = loss.bound().properties().objective().optimum();
    float level = optimum.exists() ? (float) optimum.level() : 0;
    Operand<TFloat32> scores = level == 0 ? logRatios : tf.math.add(logRatios, tf.constant(level));
    return loss.value(tf, Scores.matrix(scores).withLogAverage(tf.constant(level)));
  }
}
