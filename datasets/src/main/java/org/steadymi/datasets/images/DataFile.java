package org.steadymi.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file of a set, unpacked.
 *
 * @param name without {@code .gz}
 * @param bytes its length
 * @param checksum of its bytes in the official order
 */
public record DataFile(String name, long bytes, Checksum checksum) {
  /**
   * The other name by which a folder may have the same file: with {@code .gz} behind, or without.
   */
  public static String otherName(String name) {
    String gz = Content.GZ;
    return name.endsWith(gz) ? name.substring(0, name.length() - gz.length()) : name + gz;
  }

  /** Whether the folder has a file of this name, or of this name with {@code .gz} behind. */
  public boolean isIn(Path folder) {
    return Content.find(folder, name).isPresent();
  }

  /**
   * What keeps the file in a folder from being the official one, byte for byte, gzip or not.
   *
   * @return one line; empty if it is the official one
   * @throws IOException if it cannot be read
   */
  public Optional<String> problem(Path folder) throws IOException {
    try (Content content = Content.open(folder, name, bytes)) {
      Checksum found = content.checksum(checksum);
      return found.equals(checksum)
          ? Optional.empty()
          : Optional.of("%s: expected %s, found %s".formatted(content.file(), checksum, found));
    } catch (DamagedFileException damaged) {
      return Optional.of(damaged.getMessage());
    }
  }
}
