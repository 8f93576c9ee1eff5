package org.steadymi.laboratory.images;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.steadymi.datasets.Spec;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.TrainingGrid;

/** What the presets of the image studies say, beside their settings. */
final class ImageProtocol {
  /** Adam's step size, as published. */
  static final double LEARNING_RATE = 1e-3;

  /** Weights of the regulariser to choose from, as published. */
  static final List<Double> LAMBDAS = List.of(0.1, 0.01, 0.001);

  /** Six losses, each followed by its regularised form. */
  static final List<String> LOSSES = twelve("");

  /** With SMILE as it was published here: it maximises its own value, both terms clipped. */
  private static final List<String> PUBLISHED = twelve(":variant=both");

  /** The same, and SMILE as its authors train it, on the Jensen–Shannon objective. */
  private static final List<String> FOURTEEN =
      Stream.concat(PUBLISHED.stream(), Stream.of("smile", "resmile")).toList();

  private static final String LAMBDA = "lambda";
  private static final String PUBLISHED_DATA = "cifar10";
  private static final int FEW_CLASSES = 10;

  private ImageProtocol() {}

  private static List<String> twelve(String smile) {
    return List.of(
        "mine",
        "remine",
        "smile" + smile,
        "resmile" + smile,
        "infonce",
        "reinfonce",
        "nwj",
        "renwj",
        "tuba",
        "retuba",
        "js",
        "rejs");
  }

  /** The settings of a preset for other data: as long as the published ones of these. */
  static Settings settings(ImageTask task, Preset preset, String data) {
    Settings usual = settings(task, preset).withData(data);
    return preset == Preset.PAPER ? usual.withSteps(Recipe.of(task, data).steps()) : usual;
  }

  /** The settings of a preset. */
  static Settings settings(ImageTask task, Preset preset) {
    boolean supervised = task == ImageTask.SUPERVISED;
    List<String> losses = supervised ? PUBLISHED : FOURTEEN;
    return switch (preset) {
      case QUICK ->
          new Settings(
              preset, 2, new TrainingGrid(300, losses, "small-cnn:features=512"), "digits");
      case SMALL ->
          new Settings(
              preset,
              3,
              new TrainingGrid(supervised ? 4000 : 6000, losses, "small-cnn:width=16,features=512"),
              "cifar10:train=20000");
      case PAPER ->
          new Settings(
              preset,
              5,
              new TrainingGrid(
                  Recipe.of(task, PUBLISHED_DATA).steps(),
                  losses,
                  "resnet18:form=imagenet,features=512"),
              PUBLISHED_DATA);
    };
  }

  /**
   * Images in a batch: 100, but for sets of no more than ten classes the paper's 10 and, because
   * more and smaller steps help the regularised losses most for the same time, 25 at a small scale.
   */
  static int batch(Settings settings, int classes) {
    if (classes > FEW_CLASSES || settings.preset() == Preset.QUICK) {
      return 100;
    }
    return settings.preset() == Preset.PAPER ? 10 : 25;
  }

  /** A loss as tables name it: without the weight of its regulariser. */
  static String unweighted(String loss) {
    Spec spec = Spec.parse(loss);
    Map<String, String> options = new LinkedHashMap<>(spec.options());
    options.remove(LAMBDA);
    return new Spec(spec.name(), options).toString();
  }

  /** Whether a loss leaves the weight of its regulariser to the study. */
  static boolean choosesWeight(String loss) {
    return LossSpecs.parse(loss).regularizer().isPresent() && !Spec.parse(loss).has(LAMBDA);
  }

  /** A loss with a weight for its regulariser. */
  static String weighted(String loss, double lambda) {
    return Spec.parse(loss).with(LAMBDA, lambda).toString();
  }
}
