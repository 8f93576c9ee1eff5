package org.steadymi.laboratory.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are complete or not there. */
final class WholeFile {
  /** What is written in one go is copied to native memory before. */
  private static final int BLOCK = 1 << 20;

  private WholeFile() {}

  /**
   * Writes a file beside its place, makes sure that it is on the disk, and moves it there.
   *
   * @param parts of its content, one after another
   */
  static void write(Path file, byte[]... parts) {
    Path unfinished = unfinished(file);
    try {
      try (FileChannel channel = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
        for (byte[] part : parts) {
          for (int at = 0; at < part.length; ) {
            at += channel.write(ByteBuffer.wrap(part, at, Math.min(BLOCK, part.length - at)));
          }
        }
        channel.force(true);
      }
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      discard(unfinished);
      throw StoreException.unwritable(file, e);
    }
  }

  /** Gives the space back that a file took which could not be completed. */
  private static void discard(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      // the next writing of that file replaces it
    }
  }

  /** Reads a file. */
  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw StoreException.unreadable(file, e);
    }
  }

  /** Takes away a file, where it is there, and what an interrupted writing of it may have left. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(unfinished(file));
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StoreException.unwritable(file, e);
    }
  }

  private static Path unfinished(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".unfinished");
  }
}
