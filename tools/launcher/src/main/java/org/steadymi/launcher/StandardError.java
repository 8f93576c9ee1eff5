package org.steadymi.launcher;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where errors go. The script {@code steadymi} keeps the lines of TensorFlow's native code away by
 * pointing descriptor 2 elsewhere; the real standard error is then the file that STEADYMI_STDERR
 * names.
 */
final class StandardError {
  private StandardError() {}

  static void restore() {
    String file = System.getenv("STEADYMI_STDERR");
    if (file != null) {
      try {
        System.setErr(
            new PrintStream(new FileOutputStream(file, true), true, StandardCharsets.UTF_8));
      } catch (FileNotFoundException notThere) {
        // the standard error of the process is what remains
      }
    }
  }
}
