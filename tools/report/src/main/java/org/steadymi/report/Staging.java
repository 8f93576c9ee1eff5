package org.steadymi.report;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A temporary folder inside the target, where files are completed before they are moved to their
 * places. Closing it deletes what is left.
 */
final class Staging implements AutoCloseable {
  private final Path target;
  private final Path folder;
  private final List<String> names = new ArrayList<>();

  private Staging(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  /** Creates an empty folder inside the target. */
  static Staging beside(Path target) throws IOException {
    return new Staging(target, Files.createTempDirectory(target, ".writing-"));
  }

  /** Writes a text in UTF-8, under its name in the target. */
  void add(String name, String text) throws IOException {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file, under its name in the target. */
  void add(String name, byte[] content) throws IOException {
    Files.write(staged(names.size()), content);
    names.add(name);
  }

  /** Moves every file to its place, in the order they were added. */
  void moveIntoPlace() throws IOException {
    for (int i = 0; i < names.size(); i++) {
      Files.move(staged(i), target.resolve(names.get(i)), ATOMIC_MOVE, REPLACE_EXISTING);
    }
  }

  private Path staged(int index) {
    return folder.resolve(Integer.toString(index));
  }

  @Override
  public void close() throws IOException {
    for (int i = 0; i < names.size(); i++) {
      Files.deleteIfExists(staged(i));
    }
    Files.delete(folder);
  }
}
