package org.steadymi.laboratory.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.savedmodels.PlaceLock;

/**
 * The folder of a study: {@code study.json} says what its results depend on, {@code cells/} holds
 * one file per finished cell, {@code checkpoints/} one per cell that was begun. Files are complete
 * or not there, whenever the process ends. Safe for use by several threads on different cells.
 */
public final class Store implements AutoCloseable {
  private static final String STUDY = "study.json";
  private static final String REPORT_IN_WRITING = ".writing-";

  private final Path folder;
  private final StudyRecord record;
  private final PlaceLock lock;

  private Store(Path folder, StudyRecord record, PlaceLock lock) {
    this.folder = folder;
    this.record = record;
    this.lock = lock;
  }

  /**
   * Opens a folder, making it where it is missing, and keeps other runs out of it.
   *
   * @param resume whether earlier results of the same study with the same settings are welcome
   * @throws FolderException if the folder holds something else
   * @throws IllegalArgumentException if another run is at work in it
   * @throws StoreException if it cannot be written
   */
  public static Store open(Path folder, StudyRecord record, boolean resume) {
    requireUsable(folder, record, resume);
    Store store = new Store(folder, record, lock(folder));
    try {
      requireUsable(folder, record, resume);
      store.prepare();
      return store;
    } catch (RuntimeException refused) {
      store.close();
      throw refused;
    }
  }

  private static PlaceLock lock(Path folder) {
    try {
      Files.createDirectories(folder);
      return PlaceLock.on(folder);
    } catch (IOException e) {
      throw StoreException.unwritable(folder, e);
    }
  }

  /** All that the results depend on. */
  public StudyRecord record() {
    return record;
  }

  /** Whether the cell is finished. */
  public boolean holds(CellKey key) {
    return Files.exists(cell(key));
  }

  /**
   * The result of a finished cell.
   *
   * @throws FolderException if its file is damaged
   */
  public CellResult read(CellKey key) {
    Path file = cell(key);
    byte[] bytes = WholeFile.read(file);
    try {
      return CellFile.decode(key, bytes);
    } catch (IOException | IllegalArgumentException damaged) {
      throw damaged(file, damaged, "delete it to run that cell again");
    }
  }

  /** Keeps the result of a cell and takes away its checkpoint. */
  public void write(CellKey key, CellResult result) {
    WholeFile.write(cell(key), CellFile.encode(key, result));
    WholeFile.delete(checkpointFile(key));
  }

  /**
   * The latest checkpoint of a cell, if there is one.
   *
   * @throws FolderException if its file is damaged
   */
  public Optional<byte[]> checkpoint(CellKey key) {
    Path file = checkpointFile(key);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    byte[] bytes = WholeFile.read(file);
    try {
      return Optional.of(CheckpointFile.decode(key, bytes));
    } catch (IOException damaged) {
      throw damaged(file, damaged, "delete it to run that cell from its beginning");
    }
  }

  /** Keeps a checkpoint of a cell in the place of the one before. */
  public void writeCheckpoint(CellKey key, byte[] state) {
    WholeFile.write(checkpointFile(key), CheckpointFile.head(key, state), state);
  }

  /** Writes a JSON document into the folder. */
  public void writeDocument(String name, Object document) {
    WholeFile.write(folder.resolve(name), JsonText.write(JsonText.tree(document)));
  }

  /** Takes away the folder of checkpoints; once all cells are finished. */
  public void finish() {
    deleteTree(checkpoints());
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw StoreException.unwritable(folder, e);
    }
  }

  private void prepare() {
    try {
      Files.createDirectories(folder.resolve("cells"));
      Files.createDirectories(checkpoints());
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(e -> e.getFileName().toString().startsWith(REPORT_IN_WRITING))
            .toList()
            .forEach(Store::deleteTree);
      }
    } catch (IOException e) {
      throw StoreException.unwritable(folder, e);
    }
    if (!Files.exists(folder.resolve(STUDY))) {
      WholeFile.write(folder.resolve(STUDY), record.encode());
    }
  }

  private static void requireUsable(Path folder, StudyRecord record, boolean resume) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new FolderException(folder + " is a file: name a folder with --out");
    }
    Path file = folder.resolve(STUDY);
    if (!Files.exists(file)) {
      requireEmpty(folder);
      return;
    }
    requireSame(folder, readRecord(file), record);
    if (!resume) {
      throw new FolderException(
          folder
              + " holds results already: continue with --resume, or name another folder with --out");
    }
  }

  private static StudyRecord readRecord(Path file) {
    byte[] bytes = WholeFile.read(file);
    try {
      return StudyRecord.decode(bytes);
    } catch (IOException damaged) {
      throw damaged(file, damaged, "name another folder with --out");
    }
  }

  private static void requireSame(Path folder, StudyRecord before, StudyRecord now) {
    List<StudyRecord.Difference> differences = before.differences(now);
    if (!differences.isEmpty()) {
      throw new FolderException(
          "%s holds results with %s: use the same settings, or name another folder with --out"
              .formatted(
                  folder,
                  differences.stream()
                      .map(d -> d.name() + " " + d.before() + ", not " + d.now())
                      .collect(Collectors.joining("; "))));
    }
  }

  /** Hidden files and empty folders are what a run leaves that was interrupted as it began. */
  private static void requireEmpty(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.anyMatch(Store::foreign)) {
        throw new FolderException(
            folder + " is not empty and holds no study: name another folder with --out");
      }
    } catch (IOException e) {
      throw StoreException.unreadable(folder, e);
    }
  }

  private static boolean foreign(Path entry) {
    String name = entry.getFileName().toString();
    boolean own = name.equals("cells") || name.equals("checkpoints");
    return !name.startsWith(".") && !(own && entry.toFile().list().length == 0);
  }

  private static void deleteTree(Path root) {
    try {
      PathUtils.deleteDirectory(root);
    } catch (IOException e) {
      throw StoreException.unwritable(root, e);
    }
  }

  private Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  private Path cell(CellKey key) {
    return folder.resolve("cells").resolve(key.fileName() + ".json");
  }

  private Path checkpointFile(CellKey key) {
    return checkpoints().resolve(key.fileName() + ".bin");
  }

  private static FolderException damaged(Path file, Exception cause, String remedy) {
    String why =
        Optional.ofNullable(cause.getMessage())
            .orElse("")
            .lines()
            .findFirst()
            .orElse("it is cut short");
    return new FolderException("%s is damaged (%s): %s".formatted(file, why, remedy), cause);
  }
}
