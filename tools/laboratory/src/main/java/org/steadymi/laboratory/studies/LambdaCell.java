package org.steadymi.laboratory.studies;

import java.util.Map;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Spec;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.LossCritics;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.Training;
import org.steadymi.laboratory.cells.TrainingRun;
import org.steadymi.laboratory.study.Settings;

/**
 * Critics on 20-dimensional Gaussians of 4 nats, trained with Adam at 5e-4.
 *
 * @param loss specification of the loss, without λ
 * @param lambda weight of its regulariser
 * @param batch pairs in a batch
 * @param group the seeds that are trained side by side
 * @param settings of the study
 */
record LambdaCell(String loss, double lambda, int batch, SeedGroup group, Settings settings)
    implements Cell {
  static final double MI = 4;

  private static final Gaussian DATA = Gaussian.ofMi(20, MI);
  private static final String LAMBDA = "lambda";

  /** Checks loss and critic before anything is run. */
  LambdaCell {
    if (Spec.parse(loss).has(LAMBDA)) {
      throw new IllegalArgumentException(
          "--losses: this study chooses lambda itself, found '" + loss + "'");
    }
    LossCritics.of(DATA, CriticSpecs.parse(settings.critic(), DATA), parse(loss, lambda));
  }

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("loss", loss, LAMBDA, lambda, "batch", batch, "group", group.index()));
  }

  @Override
  public long steps() {
    return (long) settings.steps() * group.replicas();
  }

  @Override
  public long cost() {
    return steps() * batch;
  }

  @Override
  public CellResult run(CellContext context) {
    Training training =
        Training.of(
                CriticSpecs.parse(settings.critic(), DATA),
                DATA,
                Pairing.MATRIX,
                parse(loss, lambda))
            .with(
                new LoopSettings(batch, group.replicas(), settings.seed() + group.index(), ""),
                settings.steps());
    return CellResult.of(new TrainingRun(training, context).run().curves());
  }

  private static Loss parse(String loss, double lambda) {
    return LossSpecs.parse(Spec.parse(loss).with(LAMBDA, lambda).toString());
  }
}
