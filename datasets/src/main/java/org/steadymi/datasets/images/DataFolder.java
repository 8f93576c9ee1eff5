package org.steadymi.datasets.images;

import java.nio.file.Path;
import java.util.Map;

/**
 * The folder above those of the image sets, where no other is named: what the environment variable
 * STEADYMI_DATA says, or {@code .steadymi/data} in the home folder.
 */
public final class DataFolder {
  private static final String VARIABLE = "STEADYMI_DATA";

  private DataFolder() {}

  /** The folder, whether it is there or not. */
  public static Path byDefault() {
    return in(System.getenv(), System.getProperty("user.home"));
  }

  static Path in(Map<String, String> environment, String home) {
    String named = environment.getOrDefault(VARIABLE, "");
    return named.isBlank() ? Path.of(home, ".steadymi", "data") : Path.of(named);
  }
}
