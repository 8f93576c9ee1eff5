package org.steadymi.estimators;

import java.nio.file.Path;
import java.util.Locale;
import org.steadymi.datasets.Split;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Regularizer;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.savedmodels.CriticExporter;
import org.steadymi.savedmodels.IfPresent;
import org.steadymi.savedmodels.proto.Manifest;

/** Writes trained critics as SavedModels. */
public final class Exports {
  private static final String SELECTION = Split.SELECTION.name().toLowerCase(Locale.ROOT);

  private Exports() {}

  /**
   * Exports the selected checkpoint of a run with a manifest that says where it comes from.
   *
   * @param target the model's folder
   * @throws org.steadymi.savedmodels.SavedModelException if the target exists and may not be
   *     replaced, or TensorFlow cannot write the model
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public static void export(
      Path target, TrainingConfig config, TrainingResult result, IfPresent ifPresent) {
    export(
        target,
        config.critic(),
        result.selected().parameters(),
        manifest(config, result),
        ifPresent);
  }

  /**
   * Exports a critic with its parameters and a manifest.
   *
   * @param parameters [size], in the order of the critic's
   * @throws org.steadymi.savedmodels.SavedModelException as {@link #export(Path, TrainingConfig,
   *     TrainingResult, IfPresent)}
   */
  public static void export(
      Path target, Critic critic, float[] parameters, Manifest manifest, IfPresent ifPresent) {
    CriticExporter.export(target, TrainedCritic.of(critic, parameters), manifest, ifPresent);
  }

  static Manifest manifest(TrainingConfig config, TrainingResult result) {
    Properties bound = config.loss().bound().properties();
    return Manifest.newBuilder()
        .setProducer(producer())
        .setLoss(loss(config.loss()))
        .setCritic(critic(config.critic()))
        .setData(data(config))
        .setTraining(training(config, result))
        .setCurve(curve(result.curve()))
        .setSelection(
            Manifest.Selection.newBuilder()
                .setSplit(SELECTION)
                .setValue(result.selected().value())
                .setReadOut(bound.origin().name()))
        .setPmi(pmi(config.loss().optimum(), result.selected()))
        .build();
  }

  /** This program. */
  public static Manifest.Producer producer() {
    return Manifest.Producer.newBuilder().setName("SteadyMI").setVersion(Version.CURRENT).build();
  }

  private static Manifest.Loss loss(Loss loss) {
    Manifest.Loss.Builder message =
        Manifest.Loss.newBuilder()
            .setName(loss.name())
            .setBound(loss.bound().properties().origin().name())
            .putAllOptions(loss.bound().options());
    if (loss.regularizer().isPresent()) {
      Regularizer regularizer = loss.regularizer().get();
      message
          .setRegularizer(regularizer.statistic().name().toLowerCase(Locale.ROOT))
          .setLambda(regularizer.lambda())
          .setTarget(regularizer.target());
    }
    return message.build();
  }

  /** What a critic is. */
  public static Manifest.Critic critic(Critic critic) {
    Manifest.Critic.Builder message =
        Manifest.Critic.newBuilder().setKind(critic.kind()).putAllOptions(critic.options());
    critic.encoders().ifPresent(encoders -> message.setFeatures(encoders.features()));
    return message.build();
  }

  private static Manifest.Data data(TrainingConfig config) {
    Manifest.Data.Builder message =
        Manifest.Data.newBuilder()
            .setSpec(config.data().spec())
            .setFingerprint(config.data().fingerprint());
    config.data().trueMi().ifPresent(message::setTrueMi);
    return message.build();
  }

  private static Manifest.Training training(TrainingConfig config, TrainingResult result) {
    return Manifest.Training.newBuilder()
        .setSeed(config.loop().seed())
        .setReplica(result.replica())
        .setSteps(result.curve().steps())
        .setBatch(config.loop().batch())
        .setOptimizer(config.optimizer().describe())
        .setLearningRate(config.optimizer().learningRate())
        .setSelectedStep(result.selected().step())
        .build();
  }

  private static Manifest.Curve curve(Curve curve) {
    Manifest.Curve.Builder message = Manifest.Curve.newBuilder();
    for (int i = 0; i < curve.steps(); i++) {
      message.addPoints(
          Manifest.Curve.Point.newBuilder()
              .setStep(curve.firstStep() + i)
              .setObjective(curve.at(i, Metric.OBJECTIVE))
              .setValue(curve.at(i, Metric.VALUE))
              .setJoint(curve.at(i, Metric.JOINT))
              .setMarginal(curve.at(i, Metric.LOG_MARGINAL))
              .setGradientNorm(curve.at(i, Metric.GRADIENT_NORM))
              .setMaxAbsScore(curve.at(i, Metric.MAX_ABS_SCORE)));
    }
    return message.build();
  }

  /** Where a constant is free or comes from the data, it is log E_Q[e^T] on the selection split. */
  private static Manifest.Pmi pmi(Properties.Optimum optimum, Checkpoint selected) {
    Manifest.Pmi.Builder message = Manifest.Pmi.newBuilder();
    if (!optimum.exists()) {
      return message.setIdentification(Manifest.Pmi.Identification.NONE).build();
    }
    return switch (optimum.free()) {
      case NONE ->
          message
              .setIdentification(Manifest.Pmi.Identification.EXACT)
              .setOffset(optimum.level())
              .setOffsetSource("theory")
              .build();
      case CONSTANT, SHIFT ->
          message
              .setIdentification(Manifest.Pmi.Identification.UP_TO_CONSTANT)
              .setOffset(selected.logMarginal())
              .setOffsetSource(SELECTION)
              .build();
      case FUNCTION_OF_X ->
          message.setIdentification(Manifest.Pmi.Identification.UP_TO_FUNCTION_OF_X).build();
      case FUNCTION_OF_Y ->
          message.setIdentification(Manifest.Pmi.Identification.UP_TO_FUNCTION_OF_Y).build();
    };
  }
}
