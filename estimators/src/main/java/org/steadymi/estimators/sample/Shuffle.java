package org.steadymi.estimators.sample;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random orders. */
public final class Shuffle {
  private Shuffle() {}

  /** The numbers from 0 to n − 1, every order as likely as any other. */
  public static int[] of(int n, RandomGenerator random) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[other];
      order[other] = swapped;
    }
    return order;
  }
}
