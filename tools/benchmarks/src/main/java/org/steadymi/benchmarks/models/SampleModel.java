package org.steadymi.benchmarks.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.benchmarks.training.GaussianTask;
import org.steadymi.estimators.Exports;
import org.steadymi.estimators.Trainer;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.TrainingProgress;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.savedmodels.IfPresent;

/**
 * A critic of the {@linkplain GaussianTask task}, trained briefly and exported to a temporary
 * folder, which {@link #close()} removes.
 *
 * @param path the SavedModel
 */
public record SampleModel(Path path) implements AutoCloseable {
  private static final int STEPS = 1000;

  /** Trains and exports a critic with hidden layers of that width. */
  public static SampleModel train(int hidden) {
    TrainingConfig config =
        TrainingConfig.of(GaussianTask.data(), GaussianTask.critic(hidden), Losses.named("infonce"))
            .with(new TrainingConfig.Schedule(STEPS));
    var result = new Trainer(config, TrainingProgress.NONE).train().get(0);
    try {
      SampleModel model =
          new SampleModel(Files.createTempDirectory("steadymi-model").resolve("critic"));
      Exports.export(model.path, config, result, IfPresent.REFUSE);
      return model;
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path.getParent())) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
