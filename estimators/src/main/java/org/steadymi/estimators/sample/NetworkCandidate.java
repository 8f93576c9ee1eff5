package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Pairs;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.Diagnostics;
import org.steadymi.estimators.Layouts;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.sample.LearningCurve.Look;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.ConcatCritic;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;

/**
 * A network over every pair, trained on batches of joint pairs and as many of independently drawn
 * rows, or all pairs of a batch where the loss needs these.
 *
 * @param input what the network sees
 * @param loss by specification
 * @param recipe how it is built and trained
 */
record NetworkCandidate(Input input, String loss, Recipe recipe) implements Candidate {
  /** What the network sees of each side; how far out the row lies is always there. */
  enum Input {
    /** Normal scores of all columns. */
    SCORES,
    /** All columns, standardised. */
    STANDARDISED,
    /** Canonical variates; the network is added to the log ratio of a normal distribution. */
    VARIATES,
    /** Canonical variates that may turn and stretch with the radius. */
    RADIAL,
    /** Nothing else. */
    RADIUS;

    RowMap of(SideFeatures side, RowMap linear, RowMap radial) {
      return switch (this) {
        case SCORES -> side.scores().beside(side.radii());
        case STANDARDISED -> side.standardised().beside(side.radii());
        case VARIATES -> linear.beside(side.radii());
        case RADIAL -> radial.beside(side.radii());
        case RADIUS -> side.radii();
      };
    }
  }

  /**
   * How a network is built and trained.
   *
   * @param hidden width of the two hidden layers
   * @param learningRate of Adam
   * @param batches how many pairs it sees at a time
   * @param schedule how long it is trained
   */
  record Recipe(int hidden, double learningRate, Batches batches, Schedule schedule) {
    static final Recipe USUAL =
        new Recipe(64, 2e-3, new Batches(512, 64), new Schedule(2000, 100, 6));
  }

  /**
   * Joint pairs in a batch, at most a half of the training rows.
   *
   * @param apart where marginal pairs are drawn by themselves
   * @param matrix for losses that need all pairs of a batch
   */
  record Batches(int apart, int matrix) {}

  /**
   * How long a network is trained.
   *
   * @param steps at most
   * @param look steps between two looks at the selection rows
   * @param patience looks without a better value after which it ends
   */
  record Schedule(int steps, int look, int patience) {}

  @Override
  public String name() {
    return name(loss, input);
  }

  static String name(String loss, Input input) {
    return loss + "-" + input.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean random() {
    return true;
  }

  @Override
  public Fitted fit(FittingRows rows, int seed) {
    Training training = training(rows, seed);
    SampleTrainer.Trained trained =
        training.run(recipe.schedule.patience, (step, value, valueOf) -> {});
    Critic critic = training.config.critic();
    return new Fitted(
        name(),
        seed,
        new FixedCritic(
            new MappedCritic(training.x, training.y, critic),
            ofCritic(trained.parameters(), critic)),
        trained.value(),
        diagnosis(trained.curve(), training.config.loss()));
  }

  @Override
  public List<Look> looks(FittingRows rows, int seed, Sample heldOut) {
    Training training = training(rows, seed);
    Pairs unseen = training.mapped(heldOut);
    List<Look> looks = new ArrayList<>();
    training.run(
        recipe.schedule.patience,
        (step, value, valueOf) -> looks.add(new Look(step, value, valueOf.applyAsDouble(unseen))));
    return looks;
  }

  /** A network about to be trained. */
  private record Training(TrainingConfig config, RowMap x, RowMap y, Sample selection) {
    Pairs mapped(Sample rows) {
      return rows.mapped(x, y);
    }

    SampleTrainer.Trained run(int patience, SampleTrainer.Looking looking) {
      return SampleTrainer.train(config, mapped(selection), patience, looking);
    }
  }

  private Training training(FittingRows rows, int seed) {
    Features features = rows.features();
    RowMap x = input.of(features.x(), features.linear().x(), features.radial().x());
    RowMap y = input.of(features.y(), features.linear().y(), features.radial().y());
    Critic critic = critic(x.outputs(), y.outputs(), features.linear());
    Loss bound = LossSpecs.parse(loss);
    boolean matrix = Layouts.of(Pairing.INDEPENDENT).refusal(bound.needs()).isPresent();
    int batch =
        Math.min(
            matrix ? recipe.batches.matrix : recipe.batches.apart, rows.training().count() / 2);
    Schedule schedule = recipe.schedule;
    TrainingConfig config =
        TrainingConfig.of(new SampleSource(name(), rows.training().mapped(x, y)), critic, bound)
            .with(new Optimizer.Adam(recipe.learningRate))
            .with(new TrainingConfig.Schedule(schedule.steps, schedule.look, 1, 1))
            .with(new LoopSettings(batch, seed))
            .with(matrix ? Pairing.MATRIX : Pairing.INDEPENDENT);
    return new Training(config, x, y, rows.selection());
  }

  /** Without what the loss remembers, which comes last. */
  private static float[] ofCritic(float[] parameters, Critic critic) {
    return Arrays.copyOf(parameters, new ParameterLayout(critic.parameters()).size());
  }

  /** Where the loss holds the level, terms that move together do so by chance. */
  private static Diagnosis diagnosis(Curve curve, Loss trained) {
    Diagnosis found = Diagnostics.of(curve);
    return found.state() == Diagnosis.State.DRIFTING && !trained.levelIsFree()
        ? new Diagnosis(Diagnosis.State.CONVERGED, found.step(), found.reason())
        : found;
  }

  private Critic critic(int xSize, int ySize, Variates linear) {
    Critic network =
        new ConcatCritic(xSize, ySize, new ConcatCritic.Settings(recipe.hidden, 2, true));
    return input == Input.VARIATES
        ? new AugmentedCritic(network, new CanonicalTerm(linear.correlations()))
        : network;
  }
}
