package org.steadymi.datasets.known;

/** Increasing maps of every component by itself. Czyż et al. 2023, arXiv:2306.11078. */
public enum Elementwise implements MarginalMap {
  /** Φ(x), in (0, 1). */
  NORMAL_CDF {
    @Override
    public <V> V of(Arithmetic<V> in, V x) {
      return in.normalCdf(x);
    }
  },
  /** x √|x|: longer tails. */
  HALF_CUBE {
    @Override
    public <V> V of(Arithmetic<V> in, V x) {
      return in.mul(x, in.sqrt(in.abs(x)));
    }
  },
  /** asinh x: shorter tails. */
  ASINH {
    @Override
    public <V> V of(Arithmetic<V> in, V x) {
      return in.asinh(x);
    }
  },
  /** x + 0.4 sin x + 0.2 sin(1.7 x + 1) + 0.03 sin(3.3 x − 2.5), for x. */
  WIGGLY_X {
    @Override
    public <V> V of(Arithmetic<V> in, V x) {
      V one = in.add(x, wave(in, x, 0.4, 1, 0));
      V two = in.add(one, wave(in, x, 0.2, 1.7, 1));
      return in.add(two, wave(in, x, 0.03, 3.3, -2.5));
    }
  },
  /** y − 0.4 sin 0.4 y + 0.17 sin(1.3 y + 3.5) + 0.02 sin(4.3 y − 2.5), for y. */
  WIGGLY_Y {
    @Override
    public <V> V of(Arithmetic<V> in, V y) {
      V one = in.add(y, wave(in, y, -0.4, 0.4, 0));
      V two = in.add(one, wave(in, y, 0.17, 1.3, 3.5));
      return in.add(two, wave(in, y, 0.02, 4.3, -2.5));
    }
  };

  /** height · sin(rate · x + phase). */
  private static <V> V wave(Arithmetic<V> in, V x, double height, double rate, double phase) {
    return in.mul(height, in.sin(in.add(in.mul(rate, x), phase)));
  }
}
