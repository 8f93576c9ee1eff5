package org.steadymi.savedmodels;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps two runs off one place for results. The lock ends with the process that holds it, however
 * that ends.
 */
public final class PlaceLock implements Closeable {
  /** The file in a folder that is locked. */
  public static final String IN_FOLDER = ".lock";

  private final Path file;
  private final FileChannel channel;

  private PlaceLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a folder by a file in it, or a file, which need not be there, by one beside it.
   *
   * @throws IllegalArgumentException with one line, if another run holds the lock
   * @throws IOException if that file cannot be written
   */
  @SuppressWarnings("try") // the lock is the channel's and ends with it
  public static PlaceLock on(Path place) throws IOException {
    Path file =
        Files.isDirectory(place)
            ? place.resolve(IN_FOLDER)
            : place.resolveSibling(".%s.lock".formatted(place.getFileName()));
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(channel);
    if (lock == null) {
      channel.close();
      throw new IllegalArgumentException(
          place + " is in use by another run: wait for it, or name another place with --out");
    }
    return new PlaceLock(file, channel);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
