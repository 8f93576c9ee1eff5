package org.steadymi.estimators.baselines;

import java.util.Arrays;
import org.hipparchus.special.Gamma;

/**
 * The digamma function of positive integers, ψ(n) = −γ + Σ_{i &lt; n} 1/i (DLMF 5.4.14), to
 * rounding; the function of a real argument in the library is good to eight digits only.
 */
final class Digamma {
  private Digamma() {}

  /** ψ(n). */
  static double of(int n) {
    return mean(n);
  }

  /**
   * Mean of ψ over positive counts. The counts are tallied first, so the result does not depend on
   * their order.
   */
  static double mean(int... counts) {
    int[] tally = new int[Arrays.stream(counts).max().orElseThrow() + 1];
    for (int count : counts) {
      tally[count]++;
    }
    double psi = -Gamma.GAMMA;
    double sum = 0;
    for (int n = 1; n < tally.length; n++) {
      sum += tally[n] * psi;
      psi += 1.0 / n;
    }
    return sum / counts.length;
  }
}
