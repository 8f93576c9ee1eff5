package org.steadymi.datasets.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The part of a download that is here, and beside it what the server calls this version of the file
 * (its validator), without which nothing may be appended.
 *
 * @param file the bytes, from the first on
 */
record PartFile(Path file) {
  private Path tag() {
    return file.resolveSibling(file.getFileName() + ".tag");
  }

  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The validator of the version the bytes are of. */
  Optional<String> validator() throws IOException {
    return Files.exists(tag())
        ? Optional.of(Files.readString(tag()).strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** Drops the bytes: those of another version are to come. */
  void restart(Optional<String> validator) throws IOException {
    discard();
    if (validator.isPresent()) {
      try (OutputStream out = new FileOutput(tag())) {
        out.write(validator.get().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** To append to. */
  OutputStream append() throws FetchException {
    return new FileOutput(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Drops everything. */
  void discard() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(tag());
  }
}
