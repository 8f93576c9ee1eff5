package org.steadymi.benchmarks.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.benchmarks.protocol.PeerProcess;

/**
 * A briefly trained critic in a temporary folder, which {@link #close()} removes.
 *
 * @param path the SavedModel
 */
public record SampleModel(Path path) implements AutoCloseable {
  private static final int STEPS = 1000;

  /** Trains and exports one, in a process of its own. */
  public static SampleModel make() {
    SampleModel model = new SampleModel(folder().resolve("critic"));
    List<String> java = ModelPeer.command(ModelPeer.Work.EXPORT, model.path, List.of());
    try (PeerProcess process = PeerProcess.start("export", java)) {
      process.run(STEPS);
      return model;
    } catch (RuntimeException failed) {
      model.close();
      throw failed;
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

  private static Path folder() {
    try {
      return Files.createTempDirectory("steadymi-model");
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }
}
