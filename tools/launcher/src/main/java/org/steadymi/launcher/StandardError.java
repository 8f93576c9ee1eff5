package org.steadymi.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/**
 * Where errors go. The script {@code steadymi} keeps the lines of TensorFlow's native code away by
 * pointing descriptor 2 elsewhere; the real standard error is then the descriptor whose number is
 * in STEADYMI_STDERR.
 */
final class StandardError {
  private StandardError() {}

  static void restore() {
    String number = System.getenv("STEADYMI_STDERR");
    if (number != null) {
      try {
        System.setErr(
            new PrintStream(
                new FileOutputStream(inherited(Integer.parseInt(number))),
                true,
                StandardCharsets.UTF_8));
      } catch (ReflectiveOperationException | RuntimeException notOpen) {
        // the standard error of the process is what remains
      }
    }
  }

  /**
   * The descriptor itself: a file opened anew through /dev/fd would be written from its beginning,
   * over what others write to the same file. Java has no other way to it; the script opens the
   * package java.io for this.
   */
  private static FileDescriptor inherited(int number) throws ReflectiveOperationException {
    Constructor<FileDescriptor> ofNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
    ofNumber.setAccessible(true);
    return ofNumber.newInstance(number);
  }
}
