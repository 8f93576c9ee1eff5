package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;

/**
 * Bias, variance and mean squared error of the bounds against mutual information and batch size, at
 * the optimal critic and at trained ones: Poole et al. 2019, figures 2 and 3, arXiv:1905.06922.
 */
public record BiasVariance() implements Study {
  static final List<Integer> LEVELS = List.of(1, 2, 4, 6, 8, 10);

  /** At the optimal critic; the first seven are drawn. */
  static final List<String> CATALOGUE =
      List.of(
          "mine",
          "nwj",
          "infonce",
          "ialpha:alpha=0.01",
          "ialpha:alpha=0.5",
          "smile:tau=5",
          "loo",
          "smile:tau=1",
          "infonce:variant=leave-one-out",
          "ialpha:alpha=0.1",
          "ialpha:alpha=0.99",
          "smile:tau=inf",
          "tuba",
          "js",
          "js:variant=code",
          "uba",
          "ba",
          "tnce",
          "tnwj",
          "rate");

  private static final List<String> TRAINED =
      List.of("mine", "nwj", "infonce", "ialpha:alpha=0.01", "tuba", "js", "smile:tau=5", "remine");

  @Override
  public String name() {
    return "bias-variance";
  }

  @Override
  public String title() {
    return "Bias and variance of the bounds, at the optimal critic and at trained ones";
  }

  @Override
  public String shows() {
    return "bias, variance and mean squared error of every bound against MI and batch size";
  }

  @Override
  public Settings defaults(Preset preset) {
    return preset == Preset.QUICK
        ? new Settings(preset, 3, new TrainingGrid(10_000, TRAINED, "separable:hidden=128"))
        : new Settings(preset, 5, new TrainingGrid(20_000, TRAINED, "separable:hidden=256"));
  }

  @Override
  public List<Cell> cells(Settings settings) {
    if (settings.steps() < Staircase.LEVELS.size()) {
      throw new IllegalArgumentException(
          "--steps: expected at least %d, one for each level, found %d"
              .formatted(Staircase.LEVELS.size(), settings.steps()));
    }
    List<Cell> cells = new ArrayList<>();
    for (int batch : batchSizes(settings)) {
      LEVELS.forEach(mi -> cells.add(optimal(settings, mi, batch)));
    }
    settings.losses().forEach(loss -> cells.addAll(trained(settings, loss)));
    return cells;
  }

  /** The batch sizes at the optimal critic. */
  static List<Integer> batchSizes(Settings settings) {
    return settings.preset() == Preset.QUICK ? List.of(16, 64, 256) : List.of(16, 64, 256, 1024);
  }

  /** How many batches of a size are measured at the optimal critic. */
  static int batches(Settings settings, int batch) {
    boolean quick = settings.preset() == Preset.QUICK;
    if (batch <= 64) {
      return quick ? 4000 : 20_000;
    }
    return batch <= 256 ? (quick ? 500 : 4000) : 500;
  }

  /** The losses at the optimal critic: the catalogue's, and those that were asked for. */
  static List<String> atOptimum(Settings settings) {
    Set<String> all = new LinkedHashSet<>(CATALOGUE);
    all.addAll(settings.losses());
    return List.copyOf(all);
  }

  static OptimalCell optimal(Settings settings, int mi, int batch) {
    return new OptimalCell(
        atOptimum(settings), mi, batch, batches(settings, batch), settings.seed());
  }

  static List<StairsCell> trained(Settings settings, String loss) {
    return Staircase.cells(settings, loss, Stairs.Transform.RAW);
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    OptimalErrors optimal = OptimalErrors.of(settings, results);
    TrainedErrors trained = TrainedErrors.of(settings, results);
    List<Comparison> comparisons = new ArrayList<>(trained.comparisons());
    comparisons.addAll(optimal.comparisons());
    return new Conclusion(
        Stream.of(optimal.findings(), trained.findings()).flatMap(List::stream).toList(),
        List.of(optimal.section(), trained.section(), optimal.numbers()),
        comparisons);
  }
}
