package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.datasets.Densities;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The gradient of many losses' values with respect to an encoder, on the same batches, beside the
 * true one. The encoder is y_k = ρ_k x_k + √(1 − ρ_k²) ε_k in each of d dimensions, with all ρ_k
 * alike; the critic is optimal for these ρ and stands still while they move.
 *
 * @param losses specifications
 * @param mi I(X;Y), nats
 * @param batch pairs in a batch, K
 * @param batches how many
 * @param seed of the batches
 */
record GradientCell(List<String> losses, int mi, int batch, int batches, int seed) implements Cell {
  static final int DIM = 20;
  static final int BLOCKS = 20;

  /** Checks the losses before anything is run. */
  GradientCell {
    losses.forEach(LossSpecs::parse);
  }

  @Override
  public CellKey key() {
    return CellKey.of("mi", mi, "batch", batch);
  }

  @Override
  public long steps() {
    return many().steps();
  }

  @Override
  public CellResult run(CellContext context) {
    float[][] gradients = many().measure(context, seed, losses.size(), DIM, this::gradients);
    Map<String, float[]> errors = new LinkedHashMap<>();
    for (int l = 0; l < losses.size(); l++) {
      errors.put(losses.get(l), ErrorBlocks.of(gradients[l], trueGradient(mi), BLOCKS).encode());
    }
    return new CellResult(Map.of(), errors, List.of());
  }

  /** The errors of one loss's gradient, each dimension of each batch being one. */
  static ErrorBlocks errors(CellResult result, String loss) {
    return ErrorBlocks.decode(result.series(loss));
  }

  /** ∂I/∂ρ_k = ρ_k / (1 − ρ_k²), where all ρ_k are alike. */
  static double trueGradient(double mi) {
    double rho = Gaussian.ofMi(DIM, mi).rho();
    return rho / (1 - rho * rho);
  }

  private ManyBatches many() {
    return ManyBatches.of(batch, batches);
  }

  /** [losses, batches side by side, d]. */
  private Operand<TFloat32> gradients(Ops tf, GraphRandom random) {
    int abreast = many().abreast();
    Gaussian data = Gaussian.ofMi(DIM, mi);
    GraphRandom draws = random.on(Split.REPORT);
    Operand<TFloat32> x = draws.normal(abreast, batch, DIM);
    Operand<TFloat32> noise = draws.normal(abreast, batch, DIM);
    Operand<TFloat32> rho =
        tf.fill(tf.constant(new int[] {abreast, 1, DIM}), tf.constant((float) data.rho()));
    Operand<TFloat32> scale = tf.math.sqrt(tf.math.sub(tf.constant(1f), tf.math.mul(rho, rho)));
    Operand<TFloat32> y = tf.math.add(tf.math.mul(rho, x), tf.math.mul(scale, noise));
    Densities densities = data.densities().orElseThrow();
    Operand<TFloat32> logRatios = densities.logRatioMatrix(tf, x, y);
    List<Operand<TFloat32>> rows = new ArrayList<>();
    for (String spec : losses) {
      Operand<TFloat32> values = OptimalCell.optimalValue(tf, LossSpecs.parse(spec), logRatios);
      Operand<TFloat32> total = tf.reduceSum(values, tf.constant(0));
      rows.add(tf.reshape(gradient(tf, total, rho), tf.constant(Shape.of(abreast, DIM))));
    }
    return tf.stack(rows);
  }

  /** ∂total/∂parameters: what belongs to one batch has no part in another's value. */
  @SuppressWarnings("unchecked")
  private static Operand<TFloat32> gradient(
      Ops tf, Operand<TFloat32> total, Operand<TFloat32> parameters) {
    Output<?>[] gradients =
        ((Graph) tf.scope().env())
            .addGradients(total.asOutput(), new Output<?>[] {parameters.asOutput()});
    return (Operand<TFloat32>) (Operand<?>) gradients[0];
  }
}
