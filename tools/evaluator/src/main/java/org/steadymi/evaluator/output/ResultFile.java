package org.steadymi.evaluator.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.steadymi.savedmodels.Destination;

/** A file that holds a whole result or is not there: written beside its place, then moved. */
public final class ResultFile {
  private ResultFile() {}

  /**
   * Checks, before anything takes time, that a result can be written.
   *
   * @throws IllegalArgumentException if the folder is missing, or the file is there already and may
   *     not be replaced
   */
  public static void requireWritable(Path file, boolean overwrite) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "%s: the folder is not there; make it first".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException("%s is a folder; name a file".formatted(file));
    }
    if (Files.exists(file) && !overwrite) {
      throw new IllegalArgumentException(
          "%s is there already; use --overwrite to replace it".formatted(file));
    }
    Destination.requireWritable(file);
  }

  /**
   * Checks, before anything takes time, that files and folders of one command are different ones.
   *
   * @param places by the name of the option that names them, in an order that stays
   * @throws IllegalArgumentException with one line, if two are the same
   */
  public static void requireApart(Map<String, Path> places) {
    Map<Path, String> known = new HashMap<>();
    places.forEach(
        (option, place) -> {
          String other = known.put(place.toAbsolutePath().normalize(), option);
          if (other != null) {
            throw new IllegalArgumentException(
                "%s: %s is also %s; name another".formatted(option, place, other));
          }
        });
  }

  /**
   * Writes text as UTF-8, replacing the file.
   *
   * @throws UncheckedIOException with one line, if that fails
   */
  public static void write(Path file, String text) {
    try {
      Path staged = staged(file);
      try {
        Files.writeString(staged, text);
        move(staged, file);
      } finally {
        Files.deleteIfExists(staged);
      }
    } catch (IOException failed) {
      throw notWritten(file, failed);
    }
  }

  /** A name beside the file that nothing else has. */
  public static Path staged(Path file) {
    Path target = file.toAbsolutePath();
    return target.resolveSibling(".%s.%s.tmp".formatted(target.getFileName(), UUID.randomUUID()));
  }

  /** Deletes what runs that were killed have left beside a file. */
  public static void deleteStaged(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    DirectoryStream.Filter<Path> left =
        other ->
            other.getFileName().toString().startsWith("." + target.getFileName() + ".")
                && other.getFileName().toString().endsWith(".tmp");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(target.getParent(), left)) {
      for (Path staged : files) {
        Files.deleteIfExists(staged);
      }
    }
  }

  /**
   * Moves a file from beside its place there, once it is on the disk: whoever looks sees the old
   * one or the new one, after a power cut, too.
   */
  public static void move(Path staged, Path file) throws IOException {
    try (FileChannel content = FileChannel.open(staged, StandardOpenOption.WRITE)) {
      content.force(true);
    }
    Files.move(
        staged,
        file.toAbsolutePath(),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static UncheckedIOException notWritten(Path file, IOException failed) {
    return new UncheckedIOException(
        "%s cannot be written (%s)".formatted(file, failed.getMessage()), failed);
  }
}
