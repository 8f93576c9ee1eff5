package org.steadymi.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder that {@link #close()} removes with all that is in it.
 *
 * @param path the folder
 */
public record TemporaryFolder(Path path) implements AutoCloseable {
  /** Makes one. */
  public static TemporaryFolder make() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("steadymi-benchmark"));
    } catch (IOException noFolder) {
      throw new UncheckedIOException(noFolder);
    }
  }

  @Override
  public void close() {
    try {
      PathUtils.deleteDirectory(path);
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }
}
