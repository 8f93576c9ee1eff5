package org.steadymi.laboratory.known;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;

/**
 * The estimates of the whole grid.
 *
 * @param settings of the study
 * @param methods one for each method and size of samples, sizes in the outer order
 */
record Outcomes(Settings settings, List<MethodEstimates> methods) {
  /** Copies the list. */
  Outcomes {
    methods = List.copyOf(methods);
  }

  static Outcomes of(Settings settings, Results results) {
    List<MethodEstimates> methods =
        settings.samples().rows().stream()
            .flatMap(
                rows ->
                    settings.samples().methods().stream()
                        .map(method -> estimates(settings, results, method, rows)))
            .toList();
    return new Outcomes(settings, methods);
  }

  private static MethodEstimates estimates(
      Settings settings, Results results, String method, int rows) {
    List<TaskEstimates> tasks =
        KnownMiStudy.tasks(settings).stream()
            .map(task -> new TaskEstimates(task, seeds(settings, results, task, method, rows)))
            .toList();
    return new MethodEstimates(method, rows, tasks);
  }

  private static List<EstimateOutcome> seeds(
      Settings settings, Results results, KnownTask task, String method, int rows) {
    return KnownMiStudy.seeds(settings)
        .mapToObj(seed -> results.of(EstimateCell.key(task, method, rows, seed)))
        .map(EstimateOutcome::decode)
        .toList();
  }

  /** Those from samples of one size. */
  List<MethodEstimates> ofRows(int rows) {
    return methods.stream().filter(m -> m.rows() == rows).toList();
  }

  /** Those of one method from samples of one size, where it is in the grid. */
  Optional<MethodEstimates> of(String method, int rows) {
    return ofRows(rows).stream().filter(m -> m.method().equals(method)).findFirst();
  }
}
