package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;

/** What studies of estimators say of results that are made up. */
class ConclusionsTest {
  private static Conclusion conclude(
      Study study, Settings settings, Function<Cell, CellResult> madeUp) {
    Map<CellKey, CellResult> results = new HashMap<>();
    study.cells(settings).forEach(cell -> results.put(cell.key(), madeUp.apply(cell)));
    return study.conclude(settings, new Results(results));
  }

  private static void assertComplete(Conclusion conclusion, int sections) {
    assertThat(conclusion.findings()).isNotEmpty().noneMatch(line -> line.contains("NaN"));
    assertThat(conclusion.sections())
        .hasSize(sections)
        .allSatisfy(section -> assertThat(section.blocks()).isNotEmpty());
  }

  /** A curve whose every metric is the number that is given for its step. */
  private static Curve curve(int steps, Function<Integer, Float> ofStep) {
    int width = Metric.values().length;
    float[] values = new float[steps * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = ofStep.apply(i / width);
    }
    return new Curve(0, values);
  }

  /** Errors of −½ and ½ in turns, in each of 20 blocks of two. */
  private static float[] errors(double truth) {
    float[] estimates = new float[40];
    for (int i = 0; i < estimates.length; i++) {
      estimates[i] = (float) (truth + (i % 2 == 0 ? -0.5 : 0.5));
    }
    return ErrorBlocks.of(estimates, truth, 20).encode();
  }

  private static Map<String, float[]> errorsOf(List<String> losses) {
    Map<String, float[]> errors = new HashMap<>();
    losses.forEach(loss -> errors.put(loss, errors(0)));
    return errors;
  }

  @Test
  void biasesOfTrainedCriticsAreHeldAgainstTheNotebook() {
    Study study = new BiasVariance();
    Settings settings = study.defaults(Preset.QUICK).withSteps(40).withLosses(List.of("nwj", "js"));
    Conclusion conclusion =
        conclude(
            study,
            settings,
            cell -> {
              if (cell instanceof OptimalCell optimal) {
                Map<String, Double> largest = new HashMap<>();
                optimal.losses().forEach(loss -> largest.put("largest " + loss, 1.0));
                return new CellResult(largest, errorsOf(optimal.losses()), List.of());
              }
              return CellResult.of(List.of(curve(40, step -> 2f * (step / 8) + 1)));
            });
    assertComplete(conclusion, 3);
    assertThat(conclusion.comparisons())
        .filteredOn(c -> c.published().source().contains("notebook"))
        .hasSize(10)
        .allMatch(c -> c.quantity().startsWith("nwj"))
        .filteredOn(c -> c.quantity().endsWith("bias, nats"))
        .extracting(c -> c.ours().mean())
        .containsOnly(-1.0);
    assertThat(conclusion.comparisons())
        .filteredOn(c -> c.quantity().startsWith("NWJ: bias"))
        .hasSize(3 * BiasVariance.LEVELS.size())
        .allMatch(c -> c.published().low() == 0 && c.ours().mean() == 0);
  }

  @Test
  void aStaircaseNeedsAStepForEachLevel() {
    Settings settings = new BiasVariance().defaults(Preset.QUICK).withSteps(4);
    assertThatThrownBy(() -> new BiasVariance().cells(settings))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--steps: expected at least 5, one for each level, found 4");
  }

  @Test
  void gradientsOfAnyLossesAreReported() {
    Study study = new GradientError();
    Settings all = study.defaults(Preset.QUICK);
    Function<Cell, CellResult> madeUp =
        cell -> new CellResult(Map.of(), errorsOf(((GradientCell) cell).losses()), List.of());
    assertComplete(conclude(study, all, madeUp), 1);
    assertComplete(conclude(study, all.withLosses(List.of("mine")), madeUp), 1);
    assertThat(conclude(study, all, madeUp).comparisons())
        .extracting(Comparison::published)
        .allMatch(published -> published.low() == 0);
  }

  @Test
  void aStaircaseThatNobodyClimbsHasNoBest() {
    Study study = Staircase.RAW;
    Settings settings =
        study.defaults(Preset.QUICK).withSteps(100).withLosses(List.of("nwj", "tuba"));
    Conclusion conclusion =
        conclude(study, settings, cell -> CellResult.of(List.of(curve(100, step -> Float.NaN))));
    assertThat(conclusion.findings()).contains("No loss stays finite on all seeds.");
  }

  @Test
  void aWeightThatExplodesHasNoChange() {
    Study study = new LambdaSensitivity();
    Settings settings = study.defaults(Preset.QUICK).withSteps(100).withLosses(List.of("remine"));
    Conclusion conclusion =
        conclude(
            study,
            settings,
            cell -> {
              LambdaCell trained = (LambdaCell) cell;
              float value = trained.lambda() == 10 ? Float.NaN : 1;
              return CellResult.of(
                  IntStream.range(0, trained.group().replicas())
                      .mapToObj(r -> curve(100, step -> value))
                      .toList());
            });
    assertThat(conclusion.findings())
        .containsExactly(
            "remine: beside no regulariser, λ = 0.01 changes the estimate by +0.00 nats at most over batch sizes,"
                + " λ = 0.1 by +0.00, λ = 1 by +0.00, of λ = 10 no estimate stays finite to compare.");
  }

  /** log M falls by 1 nat at each step, and J with it. */
  @Test
  void aCriticThatDriftsIsNotTheSameUnderBothAverages() {
    Study study = new Averaging();
    Settings settings = study.defaults(Preset.QUICK).withSteps(3000).withSeeds(2);
    Conclusion conclusion =
        conclude(
            study,
            settings,
            cell -> {
              if (cell instanceof FrozenCell frozen) {
                float[] zeros = new float[frozen.batches()];
                return new CellResult(Map.of(), Map.of("J", zeros, "log M", zeros), List.of());
              }
              OneHotCell trained = (OneHotCell) cell;
              boolean drifts = trained.loss().equals("mine");
              return CellResult.of(
                  IntStream.range(0, trained.group().replicas())
                      .mapToObj(r -> curve(3000, step -> drifts ? -step : 0f))
                      .toList());
            });
    assertComplete(conclusion, 2);
    assertThat(conclusion.findings().get(0)).startsWith("mine, batch 100: macro − micro is 45.4");
    assertThat(conclusion.findings().get(1)).startsWith("remine, batch 100: macro − micro is 0.00");
    assertThat(conclusion.comparisons())
        .filteredOn(c -> c.quantity().startsWith("mine"))
        .hasSize(2)
        .allMatch(c -> c.ours().mean() == 0);
  }
}
