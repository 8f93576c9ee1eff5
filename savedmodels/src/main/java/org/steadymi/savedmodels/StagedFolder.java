package org.steadymi.savedmodels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * A hidden folder beside its target, moved there whole by {@link #commit} and deleted by {@link
 * #close} otherwise, so that the target is never half-written.
 */
final class StagedFolder implements AutoCloseable {
  private final Path target;
  private final IfPresent ifPresent;
  private final Path staging;

  private StagedFolder(Path target, IfPresent ifPresent, Path staging) {
    this.target = target;
    this.ifPresent = ifPresent;
    this.staging = staging;
  }

  /**
   * Makes the folder; parents of the target are made too.
   *
   * @throws SavedModelException if there is a target that may not be replaced
   */
  static StagedFolder beside(Path target, IfPresent ifPresent) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    if (absolute.getFileName() == null) {
      throw new SavedModelException(target + " is no place for a model; name a new folder");
    }
    checkReplaceable(absolute, ifPresent);
    Files.createDirectories(absolute.getParent());
    return new StagedFolder(
        absolute, ifPresent, Files.createDirectory(sibling(absolute, "partial")));
  }

  /** Where to write. */
  Path path() {
    return staging;
  }

  /** Moves the folder to its target. The file system's rename makes each move atomic. */
  void commit() throws IOException {
    checkReplaceable(target, ifPresent);
    if (!Files.exists(target)) {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path old = sibling(target, "replaced");
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw failed;
    }
    PathUtils.deleteDirectory(old);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(staging)) {
      PathUtils.deleteDirectory(staging);
    }
  }

  /** Fails if the target may not be replaced. */
  static void checkReplaceable(Path target, IfPresent ifPresent) throws IOException {
    if (!Files.exists(target)) {
      return;
    }
    if (ifPresent == IfPresent.REFUSE) {
      throw new SavedModelException(
          target + " exists already; choose another folder, or replace it with --overwrite");
    }
    if (!Files.exists(target.resolve(ModelFolder.SAVED_MODEL)) && !isEmptyFolder(target)) {
      throw new SavedModelException(
          target + " is no SavedModel and will not be overwritten; choose another folder");
    }
  }

  private static boolean isEmptyFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> content = Files.list(path)) {
      return content.findAny().isEmpty();
    }
  }

  private static Path sibling(Path target, String purpose) {
    return target.resolveSibling(
        ".%s.%s-%s".formatted(target.getFileName(), purpose, UUID.randomUUID()));
  }
}
