package org.steadymi.laboratory.images;

import java.util.List;
import org.steadymi.datasets.Spec;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;

/** What the presets of the image studies say, beside their settings. */
final class ImageProtocol {
  /** Adam's step size, as published. */
  static final double LEARNING_RATE = 1e-3;

  /** Weights of the regulariser to choose from, as published. */
  static final List<Double> LAMBDAS = List.of(0.1, 0.01, 0.001);

  /** Six losses, each followed by its regularised form. */
  static final List<String> LOSSES =
      List.of(
          "mine",
          "remine",
          "smile",
          "resmile",
          "infonce",
          "reinfonce",
          "nwj",
          "renwj",
          "tuba",
          "retuba",
          "js",
          "rejs");

  private static final int TRAINING_IMAGES = 50_000;

  private ImageProtocol() {}

  /** The settings of a preset; CIFAR-10 unless other data are named. */
  static Settings settings(ImageTask task, Preset preset) {
    return switch (preset) {
      case QUICK -> new Settings(preset, 0, 2, 300, LOSSES, "small-cnn:features=512", "digits");
      case SMALL ->
          new Settings(
              preset,
              0,
              3,
              task == ImageTask.SUPERVISED ? 1500 : 2000,
              LOSSES,
              "small-cnn:features=512",
              "cifar10");
      case PAPER ->
          new Settings(
              preset,
              0,
              5,
              (task == ImageTask.SUPERVISED ? 40 : 100) * TRAINING_IMAGES / 10,
              LOSSES,
              "resnet18:form=imagenet,features=512",
              "cifar10");
    };
  }

  /** Images in a batch: 100, but for the paper's 10 on sets of no more than ten classes. */
  static int batch(Settings settings, int classes) {
    return settings.preset() == Preset.PAPER && classes <= 10 ? 10 : 100;
  }

  /** A loss with a weight for its regulariser. */
  static String weighted(String loss, double lambda) {
    return Spec.parse(loss).with("lambda", lambda).toString();
  }
}
