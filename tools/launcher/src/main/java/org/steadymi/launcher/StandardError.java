package org.steadymi.launcher;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
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
        System.setErr(new PrintStream(inherited(number), true, StandardCharsets.UTF_8));
      } catch (FileNotFoundException | NumberFormatException notOpen) {
        // the standard error of the process is what remains
      }
    }
  }

  /**
   * The descriptor itself: a file opened anew through /dev/fd would be written from its beginning,
   * over what others write to the same file. Java has no other way to it; the script opens the
   * package java.io for this. Errors in the wrong place are better than none.
   */
  private static FileOutputStream inherited(String number) throws FileNotFoundException {
    try {
      Constructor<FileDescriptor> ofNumber = FileDescriptor.class.getDeclaredConstructor(int.class);
      ofNumber.setAccessible(true);
      return new FileOutputStream(ofNumber.newInstance(Integer.parseInt(number)));
    } catch (ReflectiveOperationException | InaccessibleObjectException closed) {
      return new FileOutputStream("/dev/fd/" + number, true);
    }
  }
}
