package org.steadymi.evaluator.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** Tells a file or a folder, such as a model or a table in parts, from what took its place. */
public final class Versions {
  private Versions() {}

  /**
   * Where it is, how large, and when the last of its files was written: one that is written over
   * leaves the time of its folder.
   *
   * @throws UncheckedIOException with one line, if that cannot be seen
   */
  public static String of(Path place) {
    try (Stream<Path> walk = Files.walk(place)) {
      List<Path> files = walk.filter(Files::isRegularFile).toList();
      FileTime last = Files.getLastModifiedTime(place);
      long bytes = 0;
      for (Path file : files) {
        FileTime time = Files.getLastModifiedTime(file);
        last = time.compareTo(last) > 0 ? time : last;
        bytes += Files.size(file);
      }
      return "%s of %s, %d bytes".formatted(place.toAbsolutePath().normalize(), last, bytes);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be read (%s)".formatted(place, failed.getMessage()), failed);
    }
  }
}
