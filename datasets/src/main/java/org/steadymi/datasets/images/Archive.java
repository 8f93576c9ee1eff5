package org.steadymi.datasets.images;

import java.net.URI;
import java.util.List;

/**
 * A file as it is published.
 *
 * @param uri where
 * @param bytes its length
 * @param checksum of its bytes
 * @param files what it holds: several files in a folder, as tar.gz, or one alone, as gz
 */
public record Archive(URI uri, long bytes, Checksum checksum, List<DataFile> files) {
  /** Checks that there is something in it. */
  public Archive {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new IllegalArgumentException("archive: expected at least one file in " + uri);
    }
  }

  /** Its name without the folders before it. */
  public String name() {
    String path = uri.getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether it is a tar.gz; a gz otherwise. */
  public boolean isTar() {
    return name().endsWith(".tar.gz");
  }
}
