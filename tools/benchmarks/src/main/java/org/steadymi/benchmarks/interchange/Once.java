package org.steadymi.benchmarks.interchange;

import java.nio.file.Path;
import java.util.Random;
import org.steadymi.savedmodels.SavedCritic;

/**
 * A whole program: loads an exported critic, scores pairs, prints the first score; as {@code
 * peers/tensorflow_once.py}.
 */
public final class Once {
  private Once() {}

  /**
   * Runs it.
   *
   * @param arguments model and number of pairs
   */
  public static void main(String[] arguments) {
    int pairs = Integer.parseInt(arguments[1]);
    try (SavedCritic critic = SavedCritic.load(Path.of(arguments[0]))) {
      float[] x = normal(pairs * critic.xSize(), 1);
      float[] y = normal(pairs * critic.ySize(), 2);
      System.out.println(critic.score(x, y, pairs)[0]);
    }
  }

  private static float[] normal(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
