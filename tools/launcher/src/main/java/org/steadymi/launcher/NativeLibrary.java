package org.steadymi.launcher;

import java.util.List;
import java.util.Optional;
import org.tensorflow.TensorFlow;

/** TensorFlow's native library, as the class path carries it. */
final class NativeLibrary {
  private static final List<String> PLATFORMS =
      List.of("linux-x86_64-gpu", "linux-x86_64", "linux-arm64", "macosx-arm64");

  private NativeLibrary() {}

  /** The platform whose library is on the class path. */
  static String classifier() {
    return PLATFORMS.stream().filter(NativeLibrary::present).findFirst().orElse("none");
  }

  /** Why the library does not load, in one line; empty if it does. */
  static Optional<String> problem() {
    try {
      TensorFlow.version();
      return Optional.empty();
    } catch (LinkageError broken) {
      String here = System.getProperty("os.name") + " " + System.getProperty("os.arch");
      return Optional.of(
          "TensorFlow's native library does not load on "
              + here
              + " (on the class path: "
              + classifier()
              + "); it needs tensorflow-core-native with the classifier of this platform, one of "
              + String.join(", ", PLATFORMS)
              + ", and on Linux glibc");
    }
  }

  private static boolean present(String platform) {
    String folder = "/org/tensorflow/internal/c_api/" + platform + "/";
    return List.of("libjnitensorflow.so", "libjnitensorflow.dylib").stream()
        .anyMatch(file -> TensorFlow.class.getResource(folder + file) != null);
  }
}
