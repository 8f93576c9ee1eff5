package org.steadymi.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.steadymi.evaluator.output.ResultFile;

/**
 * Where a JSON result goes.
 *
 * @param file a file, if one was named
 * @param standardOutput whether standard output is to carry the document and nothing else
 */
record JsonTarget(Optional<Path> file, boolean standardOutput) {
  /**
   * From the value of {@code --json}; null where it was not given.
   *
   * @throws IllegalArgumentException if the file is there and may not be replaced
   */
  static JsonTarget of(String option, boolean overwrite) {
    boolean dash = "-".equals(option);
    Optional<Path> file = Optional.ofNullable(option).filter(o -> !dash).map(Path::of);
    file.ifPresent(f -> ResultFile.requireWritable(f, overwrite));
    return new JsonTarget(file, dash);
  }

  void write(JsonNode document, PrintWriter out) {
    String text = Json.pretty(document) + "\n";
    file.ifPresent(f -> ResultFile.write(f, text));
    if (standardOutput) {
      out.print(text);
    }
  }
}
