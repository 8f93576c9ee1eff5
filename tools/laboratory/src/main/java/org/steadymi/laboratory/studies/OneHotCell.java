package org.steadymi.laboratory.studies;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.steadymi.datasets.OneHot;
import org.steadymi.datasets.Pairing;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.Layouts;
import org.steadymi.estimators.LossCritics;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.Training;
import org.steadymi.laboratory.cells.TrainingRun;
import org.steadymi.laboratory.study.Settings;

/**
 * Critics on one-hot symbols, as Choi and Lee train them: 16 symbols, marginal pairs drawn
 * independently, stochastic gradient descent at rate 0.1.
 *
 * @param loss specification of the loss
 * @param batch pairs in a batch
 * @param group the seeds that are trained side by side
 * @param settings of the study
 */
record OneHotCell(String loss, int batch, SeedGroup group, Settings settings) implements Cell {
  static final OneHot DATA = new OneHot(16);

  /** The critic of the paper: one hidden layer of 256, no bias at the output. */
  static final String CRITIC = "concat:hidden=256,layers=1,output-bias=false";

  /** Where the levels that ours stand beside come from. */
  static final String INDEPENDENT = "independent implementation in JAX, range of 4 seeds";

  private static final double LEARNING_RATE = 0.1;
  private static final int SNAPSHOTS = 6;
  private static final String SCORES = "scores";

  /** Checks loss and critic before anything is run. */
  OneHotCell {
    Loss parsed = LossSpecs.parse(loss);
    Layouts.require(parsed, Pairing.INDEPENDENT);
    critic(settings, parsed);
  }

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("loss", loss, "batch", batch, "group", group.index()));
  }

  @Override
  public long steps() {
    return (long) settings.steps() * group.replicas();
  }

  @Override
  public CellResult run(CellContext context) {
    Loss parsed = LossSpecs.parse(loss);
    Critic critic = critic(settings, parsed);
    Training training =
        Training.of(CriticSpecs.parse(settings.critic(), DATA), DATA, Pairing.INDEPENDENT, parsed)
            .with(new Optimizer.Sgd(LEARNING_RATE))
            .with(
                new LoopSettings(batch, group.replicas(), settings.seed() + group.index(), ""),
                settings.steps());
    try (OneHotScores scores = new OneHotScores(DATA, critic, training.layout())) {
      TrainingRun.Outcome outcome =
          new TrainingRun(training, context, snapshotEvery(), scores).run();
      return new CellResult(
          Map.of(), Map.of(SCORES, concatenated(outcome.probes())), outcome.curves());
    }
  }

  /** The scores of one critic at the last snapshot at which all are finite; empty if none is. */
  Optional<ScoreTable> lastScores(CellResult result, int replica) {
    int pairs = DATA.symbols() * DATA.symbols();
    float[] all = result.series(SCORES);
    for (int i = all.length / (pairs * group.replicas()) - 1; i >= 0; i--) {
      int begin = (i * group.replicas() + replica) * pairs;
      int step = Math.min((i + 1) * snapshotEvery(), settings.steps());
      ScoreTable table =
          ScoreTable.of(step, DATA.symbols(), Arrays.copyOfRange(all, begin, begin + pairs));
      if (table.finite()) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  /** The critic that the loss makes of the one chosen. */
  private static Critic critic(Settings settings, Loss loss) {
    return LossCritics.of(DATA, CriticSpecs.parse(settings.critic(), DATA), loss);
  }

  private int snapshotEvery() {
    return Math.max(1, settings.steps() / SNAPSHOTS);
  }

  private static float[] concatenated(List<float[]> rows) {
    float[] all = new float[rows.stream().mapToInt(row -> row.length).sum()];
    int next = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, all, next, row.length);
      next += row.length;
    }
    return all;
  }
}
