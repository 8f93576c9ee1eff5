package org.steadymi.datasets.known;

/**
 * A joint distribution of x and y whose mutual information has a closed form, as a function of
 * independent noise.
 */
public sealed interface Base permits PairedNormal, DenseNormal, AdditiveNoise, StudentT {
  /** The noise a draw is a function of. */
  enum Noise {
    /** N(0, 1). */
    NORMAL,
    /** Uniform in [0, 1). */
    UNIFORM
  }

  /** Width of x and of y alike. */
  int dim();

  /** I(X;Y) in nats, exact. */
  double mi();

  /** What the components of the noise are, all independent. */
  Noise noise();

  /** How many components of noise a draw takes. */
  int noiseWidth();

  /**
   * The vector (x, y), of width 2 {@link #dim()}.
   *
   * @param noise of width {@link #noiseWidth()}
   */
  <V> V joint(Arithmetic<V> in, V noise);

  /** The distribution in words, for tables. */
  String inWords();
}
