package org.steadymi.evaluator.probe;

/** What makes a training row the nearest one; larger is nearer. */
public enum Similarity {
  /** ⟨q, t⟩, as Choi & Lee (UAI 2022) classify by the score of an inner-product critic. */
  DOT("dot product") {
    @Override
    float of(float dot, double squaredNorm) {
      return dot;
    }
  },
  /** ⟨q, t⟩ / ‖t‖; a training row of zeros is nearest to nothing. */
  COSINE("cosine") {
    @Override
    float of(float dot, double squaredNorm) {
      return squaredNorm > 0 ? dot / (float) Math.sqrt(squaredNorm) : Float.NEGATIVE_INFINITY;
    }
  },
  /** −‖q − t‖² + ‖q‖² = 2⟨q, t⟩ − ‖t‖². */
  EUCLIDEAN("Euclidean") {
    @Override
    float of(float dot, double squaredNorm) {
      return (float) (2.0 * dot - squaredNorm);
    }

    @Override
    boolean ofDifferences() {
      return true;
    }
  };

  private final String label;

  Similarity(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }

  /**
   * The similarity of a query q to a training row t, up to what depends on q alone.
   *
   * @param dot ⟨q, t⟩
   * @param squaredNorm ‖t‖²
   */
  abstract float of(float dot, double squaredNorm);

  /** Whether it stays as it is when the same is subtracted from all rows. */
  boolean ofDifferences() {
    return false;
  }
}
