package org.steadymi.evaluator.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a model from one that took its place. */
final class Versions {
  private Versions() {}

  static String of(Path model) {
    try {
      return model.toAbsolutePath().normalize() + " of " + Files.getLastModifiedTime(model);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s cannot be read (%s)".formatted(model, failed.getMessage()), failed);
    }
  }
}
