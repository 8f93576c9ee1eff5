package org.steadymi.datasets.fetch;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.steadymi.datasets.images.DataFile;

/**
 * The folder {@code .fetching-NAME} beside the place of a set: parts of downloads, which stay for
 * the next call, and unpacked files, which do not. One process at a time.
 */
final class Staging implements AutoCloseable {
  private final Path folder;
  private final FileChannel lock;

  private Staging(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Makes the folder or takes that of an earlier call, without the files that call unpacked.
   *
   * @throws FetchException if another process has it
   * @throws IllegalArgumentException if nothing can be made there
   */
  static Staging open(Path root, String name) throws IOException {
    Path folder = root.resolve(".fetching-" + name);
    FileChannel lock = lock(folder);
    Staging staging = new Staging(folder, lock);
    try {
      staging.requireLock();
      empty(Files.createDirectories(staging.files()));
      return staging;
    } catch (IOException failed) {
      lock.close();
      throw failed;
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      return FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException closed) {
      throw new IllegalArgumentException(
          "%s cannot be made (%s): name another folder with --to"
              .formatted(folder, FetchException.reason(closed)),
          closed);
    }
  }

  private void requireLock() throws IOException {
    FileLock held = null;
    try {
      held = lock.tryLock();
    } catch (OverlappingFileLockException here) {
      // in this very process; refused like any other
    }
    if (held == null) {
      throw new FetchException(folder + ": another process fetches this set; wait for it");
    }
  }

  /** The part of a download. */
  PartFile part(String name) {
    return new PartFile(folder.resolve(name + ".part"));
  }

  /** Where files are completed. */
  Path files() {
    return folder.resolve("files");
  }

  /** Where the files go in the end. */
  Path destination(String name) {
    return folder.resolveSibling(name);
  }

  /**
   * Moves the files to their place: all at once where it is free, else one by one. A file that is
   * there under its other name, with or without {@code .gz}, would be read in its stead and goes.
   */
  void moveTo(Path destination) throws IOException {
    if (Files.notExists(destination)) {
      Files.move(files(), destination, ATOMIC_MOVE);
      return;
    }
    try (DirectoryStream<Path> complete = Files.newDirectoryStream(files())) {
      for (Path file : complete) {
        String name = file.getFileName().toString();
        Files.move(file, destination.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
        Path other = destination.resolve(DataFile.otherName(name));
        if (Files.isRegularFile(other)) {
          Files.delete(other);
        }
      }
    }
  }

  private static void empty(Path folder) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder)) {
      for (Path file : old) {
        Files.delete(file);
      }
    }
  }

  /** Leaves parts of downloads, and nothing else. */
  @Override
  public void close() throws IOException {
    if (Files.exists(files())) {
      empty(files());
      Files.delete(files());
    }
    boolean parts;
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*.part")) {
      parts = left.iterator().hasNext();
    }
    if (!parts) {
      empty(folder);
      Files.delete(folder);
    }
    lock.close();
  }
}
