package org.steadymi.datasets;

import java.nio.ByteBuffer;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random streams on the host, the same on every platform: xoshiro256++ (Blackman &amp; Vigna 2021,
 * doi:10.1145/3460772), its 256 bits of state set to the SHA-256 of (purpose, split, seed). Two
 * streams that differ in any of the three are thereby as good as independent, also for seeds that
 * differ by one.
 */
final class HostRandom {
  private HostRandom() {}

  /** The stream that draws from a split. */
  static UniformRandomProvider draws(Split split, long seed) {
    return stream("draws/" + split.name(), seed);
  }

  /** The stream that decides which rows belong to which split. */
  static UniformRandomProvider splitting(long seed) {
    return stream("splitting", seed);
  }

  private static UniformRandomProvider stream(String purpose, long seed) {
    long[] state = new long[4];
    ByteBuffer.wrap(Sha256.digest(purpose + "/" + seed)).asLongBuffer().get(state);
    return RandomSource.XO_SHI_RO_256_PP.create(state);
  }
}
