package org.steadymi.benchmarks.models;

import java.nio.file.Path;
import java.util.List;
import org.steadymi.benchmarks.machine.TemporaryFolder;
import org.steadymi.benchmarks.protocol.PeerProcess;

/**
 * A briefly trained critic.
 *
 * @param folder that holds it
 */
public record SampleModel(TemporaryFolder folder) implements AutoCloseable {
  private static final int STEPS = 1000;

  /** Trains and exports one, in a process of its own. */
  public static SampleModel make() {
    SampleModel model = new SampleModel(TemporaryFolder.make());
    List<String> java = ModelPeer.command(ModelPeer.Work.EXPORT, model.path(), List.of());
    try (PeerProcess process = PeerProcess.start("export", java)) {
      process.run(STEPS);
      return model;
    } catch (RuntimeException failed) {
      model.close();
      throw failed;
    }
  }

  /** The SavedModel. */
  public Path path() {
    return folder.path().resolve("critic");
  }

  @Override
  public void close() {
    folder.close();
  }
}
