package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;

/**
 * How well the bounds train an encoder: the mean squared error of their gradient against that of
 * the mutual information, over mutual information and batch size. Poole et al. 2019, figure 4,
 * arXiv:1905.06922.
 */
public record GradientError() implements Study {
  static final List<Integer> LEVELS = List.of(2, 4, 6, 8, 10);

  private static final List<Integer> QUICK_BATCHES = List.of(8, 32, 128, 512);
  private static final List<Integer> BATCHES = List.of(8, 16, 32, 64, 128, 256, 512);

  private static final List<Double> ALPHAS =
      List.of(0.001, 0.01, 0.03, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99);

  @Override
  public String name() {
    return "gradient-error";
  }

  @Override
  public String title() {
    return "How well the bounds train an encoder: the error of their gradient";
  }

  @Override
  public String shows() {
    return "error of the encoder's gradient against the true one over MI and batch size, and the best α";
  }

  @Override
  public Settings defaults(Preset preset) {
    List<String> losses =
        new ArrayList<>(
            List.of("nwj", "infonce", "infonce:variant=leave-one-out", "mine", "js", "tuba"));
    Stream.concat(Stream.of("0"), ALPHAS.stream().map(String::valueOf))
        .forEach(alpha -> losses.add("ialpha:alpha=" + alpha));
    losses.add("ialpha:alpha=1");
    return new Settings(preset, 1, new TrainingGrid(0, losses, ""));
  }

  @Override
  public List<GradientCell> cells(Settings settings) {
    return batchSizes(settings).stream()
        .flatMap(batch -> LEVELS.stream().map(mi -> cell(settings, mi, batch)))
        .toList();
  }

  static List<Integer> batchSizes(Settings settings) {
    return settings.preset() == Preset.QUICK ? QUICK_BATCHES : BATCHES;
  }

  /** How many batches of a size are measured. */
  static int batches(Settings settings, int batch) {
    boolean quick = settings.preset() == Preset.QUICK;
    if (batch <= 32) {
      return settings.seeds() * (quick ? 2000 : 10_000);
    }
    return settings.seeds() * (batch > 256 ? (quick ? 100 : 400) : (quick ? 400 : 1000));
  }

  private static GradientCell cell(Settings settings, int mi, int batch) {
    return new GradientCell(
        settings.losses(), mi, batch, batches(settings, batch), settings.seed());
  }

  /**
   * The error of one loss's gradient at one point of the grid, per dimension.
   *
   * @param meanSquaredError E[(g_k − ∂I/∂ρ_k)²]
   * @param bias E[g_k] − ∂I/∂ρ_k
   */
  record Point(String loss, int mi, int batch, Interval meanSquaredError, Interval bias) {
    double error() {
      return meanSquaredError.mean();
    }
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    List<Point> points = new ArrayList<>();
    for (String loss : settings.losses()) {
      for (int batch : batchSizes(settings)) {
        for (int mi : LEVELS) {
          CellResult result = results.of(cell(settings, mi, batch).key());
          ErrorBlocks errors = GradientCell.errors(result, loss);
          points.add(new Point(loss, mi, batch, errors.meanSquaredError(), errors.bias()));
        }
      }
    }
    GradientReport report = new GradientReport(settings, points);
    return new Conclusion(report.findings(), List.of(report.section()), report.comparisons());
  }

  /** The settings of the grid in words. */
  static String batchesInWords(Settings settings) {
    return String.join(
        ", ",
        batchSizes(settings).stream()
            .map(k -> String.format(Locale.ROOT, "%,d of %d pairs", batches(settings, k), k))
            .toList());
  }
}
