package org.steadymi.datasets.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.datasets.SpecException;

/**
 * Whether the files of a collection are the official ones.
 *
 * @param folder of the files
 * @param state what they are
 * @param differences a line for each file that is not the official one
 */
public record Verification(Path folder, State state, List<String> differences) {
  /** What the files of a collection are. */
  public enum State {
    /** The official files, byte for byte, unpacked or gzipped. */
    OFFICIAL,
    /**
     * The official images with their labels in both parts, and files that differ: another order.
     */
    REORDERED,
    /** Neither. */
    DAMAGED
  }

  /** Copies the list. */
  public Verification {
    differences = List.copyOf(differences);
  }

  /**
   * Reads all files.
   *
   * @param place the folder of the files or the one above it
   * @throws SpecException if none of the files is there
   */
  public static Verification of(ImageCollection collection, Path place) {
    Path folder = collection.locate(place);
    List<String> differences = differences(collection.distribution(), folder);
    if (differences.isEmpty()) {
      return new Verification(folder, State.OFFICIAL, differences);
    }
    try {
      State state = collection.hasOfficialImages(folder) ? State.REORDERED : State.DAMAGED;
      return new Verification(folder, state, differences);
    } catch (SpecException unreadable) {
      return new Verification(folder, State.DAMAGED, differences);
    }
  }

  private static List<String> differences(Distribution distribution, Path folder) {
    List<String> differences = new ArrayList<>();
    for (DataFile file : distribution.files()) {
      try {
        file.problem(folder).ifPresent(differences::add);
      } catch (IOException failed) {
        throw new UncheckedIOException(
            "%s: cannot be read (%s)".formatted(folder.resolve(file.name()), failed), failed);
      }
    }
    return differences;
  }
}
