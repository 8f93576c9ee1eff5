package org.steadymi.laboratory.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.steadymi.datasets.PairSource;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.Exports;
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
import org.steadymi.savedmodels.IfPresent;

/**
 * One critic on images: trained, exported, and evaluated from disk. Its training can be
 * interrupted; an evaluation that is begins again.
 *
 * @param task how images are paired
 * @param loss specification of the loss, with its λ
 * @param replicate number of the seed, from 0
 * @param settings of the study
 */
record ImageCell(ImageTask task, String loss, int replicate, Settings settings) implements Cell {
  /** How often a training looks at the selection split, beside its begin, if it has the steps. */
  private static final int LOOKS = 6;

  @Override
  public CellKey key() {
    return CellKey.of("loss", loss, "seed", replicate);
  }

  @Override
  public long steps() {
    return settings.steps();
  }

  @Override
  public CellResult run(CellContext context) {
    PairSource data = task.open(settings.data());
    TrainingConfig config = config(data);
    try (ExportedCritic exported = new ExportedCritic(task, data)) {
      TrainerRun.Outcome trained =
          new TrainerRun(config, context, soFar -> snapshot(config, exported, soFar)).run();
      Exports.export(exported.model(), config, trained.result(), IfPresent.REPLACE);
      Map<String, float[]> pictures = replicate == 0 ? exported.pictures() : Map.of();
      return ImageOutcome.result(
          trained,
          exported.evaluate(config.loop().batch()),
          exported.evaluateOnTrainingImages(config.loop().batch()),
          pictures);
    } catch (IOException failed) {
      throw new UncheckedIOException("a model could not be kept for its evaluation", failed);
    }
  }

  /** The training; to be asked for before anything is run, since it refuses what does not fit. */
  TrainingConfig config(PairSource data) {
    int classes = data.labelledDraws().orElseThrow().classes();
    int batch = ImageProtocol.batch(settings, classes);
    int judged = ImageSamples.of(data).selectionBatches(batch);
    return TrainingConfig.of(
            data, CriticSpecs.parse(settings.critic(), data), LossSpecs.parse(loss))
        .with(new Optimizer.Adam(ImageProtocol.LEARNING_RATE))
        .with(new Schedule(settings.steps(), every(settings), judged, 2))
        .with(new LoopSettings(batch, settings.seed() + replicate));
  }

  /** How often critics that have these settings are looked at, beside the untrained ones. */
  static int looks(Settings settings) {
    return (settings.steps() + every(settings) - 1) / every(settings);
  }

  private static int every(Settings settings) {
    return (settings.steps() + LOOKS - 1) / LOOKS;
  }

  /**
   * Step, estimate on the selection split, and accuracy on some images of the report split; neither
   * is a number once the weights are none.
   */
  private static float[] snapshot(
      TrainingConfig config, ExportedCritic exported, TrainingResult soFar) {
    int step = soFar.selected().step();
    for (float weight : soFar.selected().parameters()) {
      if (!Float.isFinite(weight)) {
        return new float[] {step, Float.NaN, Float.NaN};
      }
    }
    Exports.export(exported.model(), config, soFar, IfPresent.REPLACE);
    return new float[] {step, (float) soFar.selected().value(), (float) exported.glance()};
  }
}
