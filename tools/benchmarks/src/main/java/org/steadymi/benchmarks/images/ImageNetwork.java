package org.steadymi.benchmarks.images;

import java.util.Arrays;
import java.util.Locale;
import org.steadymi.graphs.critics.Encoder;
import org.steadymi.graphs.critics.ImageSize;
import org.steadymi.graphs.critics.LabelCritic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.ResNet18;
import org.steadymi.graphs.critics.SmallCnn;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.training.LoopSettings;
import org.steadymi.graphs.training.Optimizer;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * A network that is trained as {@code peers/images.py} states it: a classifier's logits of {@link
 * SyntheticImages}, InfoNCE of an image and its class, batches of 100, Adam at 1e-3.
 */
enum ImageNetwork {
  /** Six convolutions. */
  SMALL_CNN {
    @Override
    Encoder encoder(ImageSize size) {
      return new SmallCnn(size, SmallCnn.Settings.DEFAULTS);
    }
  },

  /** ResNet-18 in its form for images of 32×32. */
  RESNET18 {
    @Override
    Encoder encoder(ImageSize size) {
      return new ResNet18(size, ResNet18.Settings.DEFAULTS);
    }
  };

  /** Images in a batch. */
  static final int BATCH = 100;

  private static final double LEARNING_RATE = 1e-3;
  private static final int SEED = 1;

  /**
   * The network of that name, as on the command line.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ImageNetwork named(String id) {
    return Arrays.stream(values())
        .filter(network -> network.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown network '%s'; known: small-cnn, resnet18".formatted(id)));
  }

  abstract Encoder encoder(ImageSize size);

  /** Its name. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The images and what scores them. */
  SyntheticImages source() {
    return new SyntheticImages(
        new LabelCritic(encoder(SyntheticImages.SIZE), SyntheticImages.CLASSES));
  }

  /** Numbers that a gradient changes. */
  int parameters() {
    return new ParameterLayout(source().critic().parameters())
        .trained().stream().mapToInt(ParameterSpec::size).sum();
  }

  Loss loss() {
    return Losses.named("infonce");
  }

  Optimizer optimizer() {
    return new Optimizer.Adam(LEARNING_RATE);
  }

  /** A training loop, to be closed by the caller. */
  TrainingLoop loop(int threads) {
    SyntheticImages source = source();
    return new TrainingLoop(
        new ParameterLayout(source.critic().parameters()),
        source,
        loss(),
        optimizer(),
        new LoopSettings(BATCH, SEED).withThreads(threads));
  }
}
