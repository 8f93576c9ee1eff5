package org.steadymi.datasets.fetch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.Distribution;

/** Where the archives of a set come from. */
public sealed interface Source {
  /** The addresses their makers publish. */
  static Source official() {
    return new Web(Optional.empty());
  }

  /**
   * Another place: an http(s) address or a path, of the archive itself where the set has one only,
   * or of the folder that holds the archives under their official names.
   *
   * @throws IllegalArgumentException if nothing is there, or the text is no address
   */
  static Source named(String text, Distribution distribution) {
    Pattern scheme = Pattern.compile("https?://\\S+");
    if (scheme.matcher(text).matches()) {
      boolean itself =
          distribution.archives().size() == 1 && (text.endsWith(".gz") || text.contains("?"));
      return new Web(Optional.of(itself || text.endsWith("/") ? text : text + "/"));
    }
    if (text.contains("://")) {
      throw new IllegalArgumentException(
          "--from: expected an http or https address, a file or a folder, found '" + text + "'");
    }
    return new Disk(existing(Path.of(text), distribution));
  }

  private static Path existing(Path path, Distribution distribution) {
    if (Files.notExists(path)) {
      throw new IllegalArgumentException(path + ": no such file or folder");
    }
    if (!Files.isDirectory(path) && distribution.archives().size() > 1) {
      throw new IllegalArgumentException(
          "%s: expected the folder of %s and %d more, found a file"
              .formatted(
                  path, distribution.archives().get(0).name(), distribution.archives().size() - 1));
    }
    return path;
  }

  /**
   * The network.
   *
   * @param base where not the official addresses: the archive's own, or the folder's with a slash
   */
  record Web(Optional<String> base) implements Source {
    URI of(Archive archive) {
      return base.map(b -> URI.create(b.endsWith("/") ? b + archive.name() : b))
          .orElse(archive.uri());
    }
  }

  /**
   * The disk.
   *
   * @param path of the archive or of its folder
   */
  record Disk(Path path) implements Source {
    Path of(Archive archive) {
      return Files.isDirectory(path) ? path.resolve(archive.name()) : path;
    }
  }
}
