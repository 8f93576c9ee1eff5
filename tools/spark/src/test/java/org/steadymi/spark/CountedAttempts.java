package org.steadymi.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;

/**
 * Cells that leave a file for every attempt at them. Their keys say what they do: {@code
 * does=…,cell=N} with {@code succeed}, {@code fail-once}, {@code fail}, {@code late-once}, {@code
 * fill-memory}.
 *
 * @param folder of the files, as text, since paths cannot be sent
 */
record CountedAttempts(String folder) implements CellSource {
  static final long STEPS = 10;

  @Override
  public Cell cell(String key) {
    return new Attempted(new CellKey(key), folder);
  }

  List<Cell> cells(String... keys) {
    return Stream.of(keys).map(this::cell).toList();
  }

  /** How often a cell was begun. */
  long attempts(String key) {
    return attempts(folder, new CellKey(key));
  }

  private static long attempts(String folder, CellKey key) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(f -> f.getFileName().toString().startsWith(key.fileName() + "@")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Attempted(CellKey key, String folder) implements Cell {
    @Override
    public long steps() {
      return STEPS;
    }

    @Override
    public CellResult run(CellContext context) {
      boolean first = attempts(folder, key) == 0;
      try {
        Files.createTempFile(Path.of(folder), key.fileName() + "@", "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String does = key.text().replaceAll(".*does=", "");
      if (does.equals("fail") || (does.equals("fail-once") && first)) {
        throw new IllegalArgumentException("cell " + key + " fails");
      }
      if (does.equals("fill-memory")) {
        throw new OutOfMemoryError("Java heap space");
      }
      while (does.equals("wait") || (does.equals("late-once") && first)) {
        if (context.stopping()) {
          throw new StoppedException();
        }
        Thread.onSpinWait();
      }
      context.advance(STEPS);
      return new CellResult(Map.of("from", (double) from(context)), Map.of(), List.of());
    }

    private static int from(CellContext context) {
      return context.checkpoint().map(bytes -> (int) bytes[0]).orElse(0);
    }
  }
}
