package org.steadymi.savedmodels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A process that opens mutants one after the other and says on standard output, a line each, that
 * it begins one and how it ended. It ends early after one that ran out of time, whose work may go
 * on.
 */
public final class MutantBatch {
  /** How a mutant may end. */
  enum End {
    /** With an exception of one line. */
    REFUSED,
    /** With scores. */
    SCORED,
    /** At the time limit. */
    LATE,
    /** With anything else. */
    BROKEN
  }

  private static final LoadOptions OPTIONS = LoadOptions.DEFAULT.withTimeout(Duration.ofMinutes(1));

  private MutantBatch() {}

  /**
   * Opens mutants.
   *
   * @param arguments a folder to work in, the first mutant, the one after the last, and folders of
   *     sound models, which take turns
   */
  public static void main(String[] arguments) throws IOException {
    Path work = Path.of(arguments[0]);
    for (long i = Long.parseLong(arguments[1]); i < Long.parseLong(arguments[2]); i++) {
      Path sound = Path.of(arguments[3 + (int) (i % (arguments.length - 3))]);
      Path model = work.resolve("mutant-" + i);
      write(model, Mutant.of(read(sound), i));
      System.out.println("begin " + i);
      End end = open(model);
      delete(model);
      System.out.println("end " + end);
      if (end == End.LATE) {
        Runtime.getRuntime().halt(0);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static End open(Path model) {
    try (SavedCritic critic = SavedCritic.load(model, OPTIONS)) {
      if (critic.has(SignatureName.SCORE)) {
        critic.score(rows(critic.xSize()), rows(critic.ySize()), 2);
      }
      if (critic.has(SignatureName.SCORE_MATRIX)) {
        critic.scoreMatrix(rows(critic.xSize()), 2, rows(critic.ySize()), 2);
      }
      if (critic.has(SignatureName.ENCODE_X)) {
        critic.encodeX(rows(critic.xSize()), 2);
      }
      return End.SCORED;
    } catch (SavedModelException refused) {
      return refused.getMessage().lines().count() == 1 ? End.REFUSED : End.BROKEN;
    } catch (ModelTimeoutException late) {
      return End.LATE;
    } catch (RuntimeException | Error broken) {
      broken.printStackTrace();
      return End.BROKEN;
    }
  }

  /** Two rows; a mutant may ask for rows of two thousand million values. */
  private static float[] rows(int size) {
    if (size > 1_000_000) {
      throw new SavedModelException("rows of " + size + " values");
    }
    float[] rows = new float[2 * size];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i + 1;
    }
    return rows;
  }

  private static Map<String, byte[]> read(Path model) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> walk = Files.walk(model)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        files.put(model.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void write(Path model, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = model.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  private static void delete(Path model) throws IOException {
    try (Stream<Path> walk = Files.walk(model)) {
      walk.sorted((a, b) -> b.compareTo(a))
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              });
    }
  }
}
