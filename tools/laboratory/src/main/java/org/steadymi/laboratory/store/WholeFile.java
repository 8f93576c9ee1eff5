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
  private WholeFile() {}

  /** Writes a file beside its place, makes sure that it is on the disk, and moves it there. */
  static void write(Path file, byte[] content) {
    Path unfinished = unfinished(file);
    try {
      try (FileChannel channel = FileChannel.open(unfinished, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
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
