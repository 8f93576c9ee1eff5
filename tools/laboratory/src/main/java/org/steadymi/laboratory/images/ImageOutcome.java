package org.steadymi.laboratory.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.TrainingResult;
import org.steadymi.evaluator.EvaluationResult;
import org.steadymi.evaluator.MiResult;
import org.steadymi.evaluator.probe.Representation;
import org.steadymi.evaluator.probe.Similarity;
import org.steadymi.evaluator.readout.Averaging;
import org.steadymi.evaluator.readout.Reading;
import org.steadymi.graphs.training.Curve;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.TrainerRun;

/**
 * What a cell found, as its file holds it.
 *
 * @param result of the cell
 */
record ImageOutcome(CellResult result) {
  static final String PROJECTION = "projection";
  static final String PROJECTED_LABELS = "projected_labels";
  static final String JOINT = "joint";
  static final String MARGINAL = "marginal";
  static final String TILES = "tiles";
  static final String TILE_LABELS = "tile_labels";

  private static final String SNAPSHOTS = "snapshots";
  private static final int SNAPSHOT_WIDTH = 3;

  /** Numbers of a critic, each with its name in files. */
  enum Figure {
    /** Mean over batches of the loss's own read-out on the report split, nats. */
    MI_MACRO,
    /** The same of all scores pooled. */
    MI_MICRO,
    /** As {@link #MI_MACRO}, on images that a supervised critic was trained on. */
    MI_TRAINING,
    /** Standard error of the mean over batches, nats. */
    MI_ERROR,
    /** Of the task's classifier on the report split. */
    ACCURACY,
    /** Of a linear probe of the features on the report split; of contrastive critics alone. */
    PROBE,
    /** The loss's value on the selection split, by which λ is chosen, nats. */
    SELECTION_VALUE,
    /** The step of the checkpoint that was exported. */
    SELECTED_STEP,
    /** Level of the marginal scores, log M, on the report split, nats. */
    LOG_MARGINAL,
    /** 0 while the training is finite and within what exp can hold, 1 once it has exploded. */
    EXPLODED,
    /** The step of that explosion, or the number of steps. */
    EXPLODED_AT
  }

  static CellResult result(
      TrainerRun.Outcome run,
      EvaluationResult evaluated,
      Optional<MiResult> onTrainingImages,
      Map<String, float[]> pictures) {
    TrainingResult trained = run.result();
    MiResult mi = evaluated.mi().orElseThrow();
    Reading macro = own(mi, Averaging.MACRO);
    boolean exploded = trained.diagnosis().state() == Diagnosis.State.EXPLODED;
    Map<String, Double> numbers = new LinkedHashMap<>();
    put(numbers, Figure.MI_MACRO, macro.estimate().value());
    put(numbers, Figure.MI_MICRO, own(mi, Averaging.MICRO).estimate().value());
    onTrainingImages
        .map(training -> own(training, Averaging.MACRO).estimate().value())
        .ifPresent(value -> put(numbers, Figure.MI_TRAINING, value));
    put(numbers, Figure.MI_ERROR, macro.estimate().standardError());
    evaluated.accuracies().scores().ifPresent(a -> put(numbers, Figure.ACCURACY, a.value()));
    for (Representation features : evaluated.representations()) {
      put(numbers, Figure.ACCURACY, features.nearest().get(Similarity.DOT).value());
      put(numbers, Figure.PROBE, features.probe().report().value());
    }
    put(numbers, Figure.SELECTION_VALUE, trained.selected().value());
    put(numbers, Figure.SELECTED_STEP, trained.selected().step());
    put(numbers, Figure.LOG_MARGINAL, mi.levels().logMarginal().value());
    put(numbers, Figure.EXPLODED, exploded ? 1 : 0);
    put(numbers, Figure.EXPLODED_AT, trained.diagnosis().step());
    Map<String, float[]> series = new LinkedHashMap<>(pictures);
    series.put(SNAPSHOTS, joined(run.looks()));
    return new CellResult(numbers, series, List.of(trained.curve()));
  }

  private static void put(Map<String, Double> numbers, Figure figure, double value) {
    numbers.put(figure.name().toLowerCase(Locale.ROOT), value);
  }

  private static Reading own(MiResult mi, Averaging averaging) {
    Predicate<Reading> fits = r -> r.averaging() == averaging || r.averaging() == Averaging.BOTH;
    return mi.readings().stream().filter(mi::isOwn).filter(fits).findFirst().orElseThrow();
  }

  private static float[] joined(List<float[]> rows) {
    float[] all = new float[rows.size() * SNAPSHOT_WIDTH];
    for (int i = 0; i < rows.size(); i++) {
      System.arraycopy(rows.get(i), 0, all, i * SNAPSHOT_WIDTH, SNAPSHOT_WIDTH);
    }
    return all;
  }

  double number(Figure figure) {
    return result.number(figure.name().toLowerCase(Locale.ROOT));
  }

  boolean exploded() {
    return number(Figure.EXPLODED) > 0;
  }

  Curve curve() {
    return result.curves().get(0);
  }

  /** Steps, estimates on the selection split or accuracies of the checkpoints: column 0, 1 or 2. */
  double[] snapshots(int column) {
    float[] all = result.series(SNAPSHOTS);
    double[] values = new double[all.length / SNAPSHOT_WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = all[i * SNAPSHOT_WIDTH + column];
    }
    return values;
  }

  /** Where training ended, whatever was exported: the last of {@link #snapshots}. */
  double last(int column) {
    double[] all = snapshots(column);
    return all[all.length - 1];
  }

  boolean hasPictures() {
    return result.series().containsKey(PROJECTION);
  }
}
