package org.steadymi.laboratory.known;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.SpecException;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Methods;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.SampleGrid;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;

/**
 * What estimators make of the tasks of Czyż et al. 2023, arXiv:2306.11078, whose mutual information
 * is known: errors, and how far intervals and verdicts can be believed.
 */
public record KnownMiStudy() implements Study {
  /** In the place of the names of all tasks. */
  static final String ALL = "all";

  private static final List<String> FEW_TASKS =
      List.of(
          "1v1-normal-0.75",
          "1v1-additive-0.75",
          "multinormal-sparse-3-3-2-2.0",
          "student-identity-2-2-1",
          "spiral-multinormal-sparse-3-3-2-2.0");

  private static final List<String> FEW_METHODS =
      List.of(Methods.AUTO, "normal", "ksg1", "gaussian");

  @Override
  public String name() {
    return "known-mi";
  }

  @Override
  public String title() {
    return "Forty tasks of known mutual information: what estimators make of a sample";
  }

  @Override
  public String shows() {
    return "estimates from samples of the forty tasks with known MI: errors, intervals, verdicts, time";
  }

  @Override
  public List<Preset> presets() {
    return List.of(Preset.values());
  }

  @Override
  public Settings defaults(Preset preset) {
    return switch (preset) {
      case QUICK -> new Settings(preset, 2, new SampleGrid(FEW_METHODS, FEW_TASKS, List.of(1000)));
      case SMALL ->
          new Settings(preset, 5, new SampleGrid(FEW_METHODS, List.of(ALL), List.of(500, 2000)));
      case PAPER ->
          new Settings(preset, 3, new SampleGrid(allMethods(), List.of(ALL), List.of(10_000)));
    };
  }

  /** The portfolio, a network of each of the twelve losses by itself, and the baselines. */
  private static List<String> allMethods() {
    return Stream.of(
            List.of(Methods.AUTO, "normal"),
            Losses.choiLee().stream().map(Methods::alone).toList(),
            List.of("ksg1", "gaussian"))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<EstimateCell> cells(Settings settings) {
    settings.samples().methods().forEach(SampleMethods::require);
    settings.samples().rows().forEach(KnownMiStudy::requireRows);
    List<EstimateCell> cells = new ArrayList<>();
    for (KnownTask task : tasks(settings)) {
      for (String method : settings.samples().methods()) {
        for (int rows : settings.samples().rows()) {
          seeds(settings).forEach(seed -> cells.add(new EstimateCell(task, method, rows, seed)));
        }
      }
    }
    return cells;
  }

  private static void requireRows(int rows) {
    int fewest = EstimateOptions.DEFAULTS.fewestRows();
    if (rows < fewest) {
      throw new IllegalArgumentException(
          "--rows: expected at least %d, found %d".formatted(fewest, rows));
    }
  }

  /**
   * The tasks that are asked for, in that order.
   *
   * @throws SpecException with one line, if one does not exist
   */
  static List<KnownTask> tasks(Settings settings) {
    List<String> ids = settings.samples().tasks();
    return ids.equals(List.of(ALL))
        ? KnownTasks.all()
        : ids.stream().map(KnownMiStudy::task).toList();
  }

  private static KnownTask task(String id) {
    return KnownTasks.find(id)
        .orElseThrow(
            () -> {
              List<String> known = KnownTasks.all().stream().map(KnownTask::id).toList();
              return new SpecException(
                  "--tasks: expected %s or some of the %d tasks in docs/known-mi.md, found '%s'%s"
                      .formatted(ALL, known.size(), id, SpecException.guess(id, known)));
            });
  }

  /** Of samples and estimates. */
  static IntStream seeds(Settings settings) {
    return IntStream.range(0, settings.seeds()).map(i -> settings.seed() + i);
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    return new KnownMiReport(this, Outcomes.of(settings, results)).conclusion();
  }
}
