package org.steadymi.savedmodels;

import java.util.List;

/**
 * The signatures of the contract. Inputs are {@code x} [n, dx] and {@code y} [n, dy]; all tensors
 * are float32 with an unknown number of rows; {@code serving_default} is {@link #SCORE} once more.
 */
public enum SignatureName {
  /** Scores T(x_i, y_i) of aligned pairs, output {@code t} [n]. */
  SCORE("score", "t", 1),
  /** Scores T(x_i, y_j) of all pairs of n rows of x and m rows of y, output {@code t} [n, m]. */
  SCORE_MATRIX("score_matrix", "t", 2),
  /** log p(x_i, y_i) / (p(x_i) p(y_i)) of aligned pairs in nats, output {@code pmi} [n]. */
  PMI("pmi", "pmi", 1),
  /** Features of x, output {@code features} [n, f]. */
  ENCODE_X("encode_x", "features", 2),
  /** Features of y, output {@code features} [n, f]. */
  ENCODE_Y("encode_y", "features", 2);

  /** The key that {@link #SCORE} is stored under a second time. */
  static final String SERVING_DEFAULT = "serving_default";

  /** The inputs' names. */
  static final String X = "x";

  static final String Y = "y";

  private final String key;
  private final String output;
  private final int outputRank;

  SignatureName(String key, String output, int outputRank) {
    this.key = key;
    this.output = output;
    this.outputRank = outputRank;
  }

  /** The name under which a SavedModel stores the signature, such as {@code score_matrix}. */
  public String key() {
    return key;
  }

  List<String> inputs() {
    return switch (this) {
      case SCORE, SCORE_MATRIX, PMI -> List.of(X, Y);
      case ENCODE_X -> List.of(X);
      case ENCODE_Y -> List.of(Y);
    };
  }

  String output() {
    return output;
  }

  int outputRank() {
    return outputRank;
  }
}
