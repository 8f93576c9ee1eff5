package org.steadymi.datasets;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;

/**
 * Cuts images into parts that hold the same share of every class, rounded, so that classes are as
 * frequent in each part as in the whole.
 */
final class StratifiedCut {
  private StratifiedCut() {}

  /**
   * The indices of each part in their original order; a pure function of labels, seed and shares. A
   * class is shuffled and its first images go to the first part, the next to the second, and so on
   * while there are any; what no part asks for is left out.
   *
   * @param shares of every class, each in [0, 1]
   */
  static int[][] of(ImageSet images, long seed, double... shares) {
    int[] labels = images.labels();
    UniformRandomProvider random = HostRandom.splitting(seed);
    int[] part = new int[labels.length];
    Arrays.fill(part, -1);
    for (int c = 0; c < images.classes(); c++) {
      int label = c;
      int[] members = IntStream.range(0, labels.length).filter(i -> labels[i] == label).toArray();
      assign(ArraySampler.shuffle(random, members), shares, part);
    }
    return IntStream.range(0, shares.length)
        .mapToObj(p -> IntStream.range(0, part.length).filter(i -> part[i] == p).toArray())
        .toArray(int[][]::new);
  }

  private static void assign(int[] members, double[] shares, int[] part) {
    int next = 0;
    for (int p = 0; p < shares.length; p++) {
      int end = next + (int) Math.round(shares[p] * members.length);
      for (; next < Math.min(end, members.length); next++) {
        part[members[next]] = p;
      }
    }
  }
}
