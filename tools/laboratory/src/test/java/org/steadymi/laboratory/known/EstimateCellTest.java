package org.steadymi.laboratory.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.KnownMi;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.estimators.baselines.Baseline;
import org.steadymi.estimators.baselines.GaussianMi;
import org.steadymi.estimators.baselines.Ksg;
import org.steadymi.estimators.baselines.NeighbourSettings;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.laboratory.cells.Alone;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.known.EstimateOutcome.Judged;
import org.steadymi.laboratory.store.CellFile;

/** A cell of the study, beside the same estimate from the same rows. */
class EstimateCellTest {
  private static final KnownTask TASK = KnownTasks.all().get(0);
  private static final int ROWS = 500;
  private static final int SEED = 3;

  private static final Pairs PAIRS = new KnownMi(TASK).pairs(Split.TRAIN, SEED, ROWS);
  private static final Points X = Points.of(PAIRS.x());
  private static final Points Y = Points.of(PAIRS.y());

  private static EstimateCell cell(String method) {
    return new EstimateCell(TASK, method, ROWS, SEED);
  }

  /** The result as it comes back from its file, all steps of it done. */
  private static CellResult run(EstimateCell cell) throws IOException {
    Alone context = new Alone();
    CellResult result = cell.run(context);
    assertThat(context.steps()).isEqualTo(cell.steps());
    return CellFile.decode(cell.key(), CellFile.encode(cell.key(), result));
  }

  @Test
  void anEstimateWithCriticsIsThatOfTheSameRows() throws IOException {
    Estimate estimate =
        Estimate.of(
            new Variable(X, false),
            new Variable(Y, false),
            EstimateOptions.DEFAULTS.withMethod("normal").withSeed(SEED));
    CellResult result = run(cell("normal"));
    EstimateOutcome outcome = EstimateOutcome.decode(result);
    Judged judged = outcome.judged().orElseThrow();
    assertThat(outcome.nats()).isEqualTo(estimate.nats());
    assertThat(judged.interval()).isEqualTo(estimate.interval());
    assertThat(judged.judgement()).isEqualTo(estimate.judgement());
    assertThat(judged.chosen())
        .isEqualTo(estimate.folds().stream().map(fold -> fold.choice().leader()).toList());
    double onTraining = // folds of 100 rows each
        estimate.folds().stream().mapToDouble(FoldEstimate::onTraining).average().orElseThrow();
    assertThat(judged.onTraining()).isCloseTo(onTraining, within(1e-12));
    assertThat(result.number("truth")).isEqualTo(TASK.mi());
    assertThat(result.number("p value")).isEqualTo(estimate.independence().pValue());
    assertThat(result.number("permutations")).isEqualTo(199);
    estimate
        .baselines()
        .forEach(b -> assertThat(result.number("baseline " + b.name())).isEqualTo(b.nats()));
    assertThat(result.number("baseline ksg1"))
        .isEqualTo(baseline("ksg1").estimate(X, Y).nats())
        .isNotEqualTo(result.number("baseline gaussian"));
    assertThat(result.number("fold 2: nats")).isEqualTo(estimate.folds().get(1).nats());
    assertThat(result.number("fold 2: normal"))
        .isEqualTo(estimate.folds().get(1).choice().tried().get("normal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ksg1", "ksg2", "gaussian"})
  void aBaselineIsThatOfTheSameRows(String method) throws IOException {
    CellResult result = run(cell(method));
    EstimateOutcome outcome = EstimateOutcome.decode(result);
    assertThat(outcome.nats()).isEqualTo(baseline(method).estimate(X, Y).nats());
    assertThat(outcome.judged()).isEmpty();
    assertThat(result.number("truth")).isEqualTo(TASK.mi());
  }

  private static Baseline baseline(String name) {
    NeighbourSettings neighbours = NeighbourSettings.DEFAULTS.withSeed(SEED);
    return switch (name) {
      case "ksg1" -> new Ksg(Ksg.Variant.FIRST, neighbours);
      case "ksg2" -> new Ksg(Ksg.Variant.SECOND, neighbours);
      default -> new GaussianMi();
    };
  }

  @Test
  void anotherSeedIsAnotherSample() {
    EstimateCell other = new EstimateCell(TASK, "gaussian", ROWS, SEED + 1);
    assertThat(other.run(new Alone()).number("nats"))
        .isNotEqualTo(cell("gaussian").run(new Alone()).number("nats"));
    assertThat(other.key()).isNotEqualTo(cell("gaussian").key());
  }

  /** After one critic of the two that a fold fits, in the folds that had begun. */
  @Test
  void anEstimateEndsWhereItIsAskedToStop() {
    Alone context = new Alone(true);
    EstimateCell cell = cell("normal");
    assertThatThrownBy(() -> cell.run(context)).isInstanceOf(StoppedException.class);
    assertThat(context.steps()).isBetween(cell.steps() / 10, cell.steps() / 2);
  }
}
