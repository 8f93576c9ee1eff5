package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;

/**
 * Macro against micro averaging: the mean of the batches' values against the value of all scores
 * together, of critics that drift and of critics that do not. Choi and Lee 2022, arXiv:2011.07932.
 */
public record Averaging() implements Study {
  static final List<Integer> ONE_HOT_BATCHES = List.of(100, 32);
  static final List<Integer> GAUSSIAN_BATCHES = List.of(16, 64);
  static final List<Integer> LEVELS = List.of(2, 4, 6);

  /** Batches that are averaged at a frozen critic: up to so many, in powers of 2. */
  static final int LARGEST_GROUP = 512;

  private static final int STEPS = 3000;

  /** Long enough for the drift at batch 100 to show beside the noise of a batch. */
  private static final int LONG_STEPS = 12_000;

  private static final int SIDE_BY_SIDE = 5;

  @Override
  public String name() {
    return "averaging";
  }

  @Override
  public String title() {
    return "Macro against micro averaging, of drifting and of steady critics";
  }

  @Override
  public String shows() {
    return "mean of batch values against the value of pooled scores, while critics drift and when they do not";
  }

  @Override
  public Settings defaults(Preset preset) {
    List<String> losses = List.of("mine", "remine");
    return preset == Preset.QUICK
        ? new Settings(preset, 10, new TrainingGrid(STEPS, losses, OneHotCell.CRITIC))
        : new Settings(preset, 20, new TrainingGrid(LONG_STEPS, losses, OneHotCell.CRITIC));
  }

  @Override
  public List<Cell> cells(Settings settings) {
    List<Cell> cells = new ArrayList<>();
    for (int batch : ONE_HOT_BATCHES) {
      settings.losses().forEach(loss -> training(settings, loss, batch).forEach(cells::add));
    }
    for (int batch : GAUSSIAN_BATCHES) {
      LEVELS.forEach(mi -> cells.add(frozen(settings, mi, batch)));
    }
    return cells;
  }

  static Stream<OneHotCell> training(Settings settings, String loss, int batch) {
    return SeedGroup.split(settings.seeds(), SIDE_BY_SIDE).stream()
        .map(group -> new OneHotCell(loss, batch, group, settings));
  }

  static FrozenCell frozen(Settings settings, int mi, int batch) {
    int groups = settings.preset() == Preset.QUICK ? 40 : 200;
    return new FrozenCell(mi, batch, groups * LARGEST_GROUP, settings.seed());
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    DriftingAverages drifting = DriftingAverages.of(settings, results);
    FrozenAverages frozen = FrozenAverages.of(settings, results);
    return new Conclusion(
        Stream.of(drifting.findings(), frozen.findings()).flatMap(List::stream).toList(),
        List.of(drifting.section(), frozen.section()),
        Stream.of(drifting.comparisons(), frozen.comparisons()).flatMap(List::stream).toList());
  }
}
