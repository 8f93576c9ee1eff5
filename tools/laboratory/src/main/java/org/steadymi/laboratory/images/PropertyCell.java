package org.steadymi.laboratory.images;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Spec;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingConfig.Schedule;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.TrainerRun;
import org.steadymi.laboratory.study.Settings;

/**
 * One critic on images and their top rows: trained on the train split, chosen on the selection
 * split, and read on the report split.
 *
 * @param property what its estimate is for
 * @param loss specification of the loss, as it was given
 * @param rows t, how many rows of X are kept
 * @param replicate number of the seed, from 0
 * @param settings of the study
 */
record PropertyCell(Property property, String loss, int rows, int replicate, Settings settings)
    implements Cell {
  static final int BATCH = 64;

  /** Weight of a regulariser unless the loss names it. */
  static final double LAMBDA = 0.1;

  /** Mean over batches of the loss's own read-out on the report split, nats. */
  static final String MI = "mi";

  static final String EXPLODED = "exploded";

  private static final int LOOKS = 6;
  private static final int SELECTION_BATCHES = 16;
  private static final int REPORT_BATCHES = 64;

  @Override
  public CellKey key() {
    return CellKey.of(
        Map.of(
            "test",
            property.name().toLowerCase(Locale.ROOT),
            "loss",
            loss,
            "rows",
            rows,
            "seed",
            replicate));
  }

  @Override
  public long steps() {
    return settings.steps();
  }

  /** Two images beside each other are twice the work of one. */
  @Override
  public long cost() {
    return steps() * (property == Property.BASELINE ? 1 : 2);
  }

  @Override
  public CellResult run(CellContext context) {
    TrainingConfig config = config(property.open(settings.data(), rows));
    TrainingResult result = new TrainerRun(config, context).run().result();
    boolean exploded = result.diagnosis().state() == Diagnosis.State.EXPLODED;
    return new CellResult(
        Map.of(MI, result.report().mean(), EXPLODED, exploded ? 1.0 : 0.0),
        Map.of(),
        List.of(result.curve()));
  }

  /** The training; to be asked for before anything is run, since it refuses what does not fit. */
  TrainingConfig config(PairSource data) {
    int every = Math.max(1, settings.steps() / LOOKS);
    return TrainingConfig.of(
            data, CriticSpecs.parse(settings.critic(), data), LossSpecs.parse(weighted(loss)))
        .with(new Optimizer.Adam(ImageProtocol.LEARNING_RATE))
        .with(new Schedule(settings.steps(), every, SELECTION_BATCHES, REPORT_BATCHES))
        .with(new LoopSettings(BATCH, settings.seed() + replicate));
  }

  private static String weighted(String loss) {
    return LossSpecs.parse(loss).regularizer().isPresent() && !Spec.parse(loss).has("lambda")
        ? ImageProtocol.weighted(loss, LAMBDA)
        : loss;
  }
}
