package org.steadymi.evaluator.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.datasets.tables.WrittenFormat;
import org.steadymi.evaluator.output.ResultFile;
import org.steadymi.savedmodels.PlaceLock;

/**
 * Where results go: one file, or a folder of {@code part-00000.parquet}, … and {@code _SUCCESS}
 * once all are there. A part is whole or not there, and covers as many rows of the table as every
 * other but the last.
 *
 * @param place the file or the folder
 * @param file the format of a file; empty for a folder
 * @param partRows rows of the table in a part
 */
record Output(Path place, Optional<WrittenFormat> file, long partRows) {
  private static final String SETTINGS = "_settings";
  private static final String SUCCESS = "_SUCCESS";
  private static final String HALF_WRITTEN = ".part-";
  private static final int MOST_PARTS = 100_000; // of five digits

  /**
   * The place that a name means: a file if it ends in {@code .parquet} or {@code .csv}, unless
   * there is a folder of that name.
   */
  static Output of(Path place, int partRows) {
    Optional<WrittenFormat> format =
        Files.isDirectory(place) ? Optional.empty() : WrittenFormat.of(place);
    boolean folder = Files.isDirectory(place);
    boolean named = place.getFileName().toString().contains(".") || Files.exists(place);
    if (format.isEmpty() && !folder && named) {
      throw new IllegalArgumentException(
          "%s: expected a name that ends in .parquet or .csv, or that of a folder without a dot"
              .formatted(place));
    }
    return new Output(place, format, format.isPresent() ? Long.MAX_VALUE : partRows);
  }

  /** A folder, whatever its name. */
  static Output folder(Path place, int partRows) {
    if (Files.isRegularFile(place)
        || WrittenFormat.of(place).equals(Optional.of(WrittenFormat.CSV))) {
      throw new IllegalArgumentException(
          "%s: --on writes a folder of Parquet parts; name one".formatted(place));
    }
    return new Output(place, Optional.empty(), partRows);
  }

  WrittenFormat format() {
    return file.orElse(WrittenFormat.PARQUET);
  }

  /**
   * Checks the number of parts: names of more would not be in the order of the parts.
   *
   * @throws IllegalArgumentException with one line, if there are too many
   */
  void requireFew(long parts) {
    if (parts > MOST_PARTS) {
      throw new IllegalArgumentException(
          "%s: a folder holds at most %,d parts; choose a larger --part-rows than %d"
              .formatted(place, MOST_PARTS, partRows));
    }
  }

  Path part(int number) {
    requireFew(number + 1L);
    return file.isPresent() ? place : place.resolve("part-%05d.parquet".formatted(number));
  }

  /** Whether a part is there from an earlier run. */
  boolean has(int number) {
    return file.isEmpty() && number < MOST_PARTS && Files.exists(part(number));
  }

  /**
   * Keeps other runs off the place, until it is closed.
   *
   * @throws IllegalArgumentException if the place is not ours, or another run is at work there
   */
  PlaceLock lock(boolean overwrite) throws IOException {
    if (file.isPresent()) {
      ResultFile.requireWritable(place, overwrite);
    } else {
      if (Files.exists(place) && !isEmpty() && !Files.exists(place.resolve(SETTINGS))) {
        throw new IllegalArgumentException(
            "%s holds other files and will not be touched; name another folder".formatted(place));
      }
      Files.createDirectories(place);
    }
    return PlaceLock.on(place);
  }

  /**
   * Makes ready for the first part; what an earlier run of the same settings left is kept, but for
   * what it was writing when it was interrupted.
   *
   * @param settings all that the parts depend on
   * @throws IllegalArgumentException if the place is taken
   */
  void begin(String settings, boolean overwrite) throws IOException {
    if (file.isPresent()) {
      ResultFile.deleteStaged(place);
      return;
    }
    Path known = place.resolve(SETTINGS);
    if (overwrite) {
      clear();
    } else if (Files.exists(place.resolve(SUCCESS))) {
      throw new IllegalArgumentException(
          "%s is there already and complete; use --overwrite to replace it".formatted(place));
    } else if (Files.exists(known) && !Files.readString(known).equals(settings)) {
      throw new IllegalArgumentException(
          "%s was begun with another model, other data or other options; use --overwrite to begin anew"
              .formatted(place));
    }
    deleteAll(HALF_WRITTEN);
    if (!Files.exists(known)) {
      ResultFile.write(known, settings);
    }
  }

  /** All parts are there; what a lost machine was writing goes. */
  void finish() throws IOException {
    if (file.isEmpty()) {
      deleteAll(HALF_WRITTEN);
      ResultFile.write(place.resolve(SUCCESS), "");
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> content = Files.list(place)) {
      return content.allMatch(file -> file.endsWith(PlaceLock.IN_FOLDER));
    }
  }

  /** The mark of success goes first, the settings last: at no time do parts look like another's. */
  private void clear() throws IOException {
    if (Files.exists(place)) {
      Files.deleteIfExists(place.resolve(SUCCESS));
      deleteAll("part-");
      Files.deleteIfExists(place.resolve(SETTINGS));
    }
  }

  private void deleteAll(String prefix) throws IOException {
    try (Stream<Path> content = Files.list(place)) {
      for (Path old : content.toList()) {
        if (old.getFileName().toString().startsWith(prefix)) {
          Files.deleteIfExists(old); // who wrote it may have moved it meanwhile
        }
      }
    }
  }
}
