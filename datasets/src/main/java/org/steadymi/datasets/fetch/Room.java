package org.steadymi.datasets.fetch;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.steadymi.datasets.images.Archive;
import org.steadymi.datasets.images.DataFile;

/**
 * Room on a disk.
 *
 * @param root the folder that is written to
 * @param staging what is there of a fetch
 */
record Room(Path root, Staging staging) {
  private static final int KILO = 1000;

  /**
   * Refuses to begin what cannot end, as far as the file system says how much room there is.
   *
   * @throws IllegalArgumentException if there is too little for the archives and what they hold
   */
  void require(List<Archive> archives, Source source) throws IOException {
    long needed = 0;
    for (Archive archive : archives) {
      needed += source instanceof Source.Web ? left(archive) : copied(archive);
    }
    FileStore disk;
    try {
      disk = Files.getFileStore(root);
    } catch (IOException unknown) {
      return; // as in some containers; a disk that is full then shows in writing
    }
    long free = disk.getUsableSpace();
    if (disk.getTotalSpace() > 0 && free < needed) {
      throw new IllegalArgumentException(
          "%s: expected %,d kB of free space, found %,d: make room or name another folder with --to"
              .formatted(root, needed / KILO, free / KILO));
    }
  }

  /** Bytes that are still to be loaded, and those that are unpacked beside them. */
  private long left(Archive archive) throws IOException {
    long toLoad = archive.bytes() - staging.part(archive.name()).size();
    return archive.isTar() ? toLoad + unpacked(archive) : toLoad;
  }

  private static long copied(Archive archive) {
    return archive.isTar() ? unpacked(archive) : archive.bytes();
  }

  private static long unpacked(Archive archive) {
    return archive.files().stream().mapToLong(DataFile::bytes).sum();
  }
}
