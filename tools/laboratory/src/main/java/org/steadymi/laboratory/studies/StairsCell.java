package org.steadymi.laboratory.studies;

import java.util.Map;
import java.util.Set;
import org.steadymi.datasets.Gaussian;
import org.steadymi.datasets.SpecException;
import org.steadymi.estimators.CriticSpecs;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Properties.Need;
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
 * One critic that is trained up the staircase.
 *
 * @param loss specification of the loss
 * @param transform what is done to y
 * @param seed of initial weights and batches
 * @param settings of the study
 */
record StairsCell(String loss, Stairs.Transform transform, int seed, Settings settings)
    implements Cell {
  static final int BATCH = 64;

  private static final double LEARNING_RATE = 5e-4;
  private static final Set<Need> UNMET = Set.of(Need.CONDITIONAL, Need.MARGINAL, Need.NOISE);

  /** Checks loss and critic before anything is run. */
  StairsCell {
    for (Need need : LossSpecs.parse(loss).bound().properties().needs()) {
      if (UNMET.contains(need)) {
        throw new SpecException(
            "staircase: loss %s needs %s, which the staircase does not have; leave it out"
                .formatted(loss, need.words()));
      }
    }
    critic(settings);
  }

  @Override
  public CellKey key() {
    return CellKey.of(Map.of("loss", loss, "y", transform.word(), "seed", seed));
  }

  @Override
  public long steps() {
    return settings.steps();
  }

  @Override
  public CellResult run(CellContext context) {
    Loss trained = LossSpecs.parse(loss);
    Critic critic = trained.bound().critic(critic(settings));
    int stepsPerLevel = settings.steps() / Staircase.LEVELS.size();
    Training training =
        new Training(
            trained.layout(critic),
            new Stairs(critic, transform, Staircase.LEVELS, stepsPerLevel),
            trained,
            new Training.Course(
                new Optimizer.Adam(LEARNING_RATE),
                new LoopSettings(BATCH, seed),
                settings.steps()));
    return CellResult.of(new TrainingRun(training, context).run().curves());
  }

  private static Critic critic(Settings settings) {
    return CriticSpecs.parse(settings.critic(), Gaussian.ofMi(Stairs.DIM, 1));
  }
}
