package org.steadymi.estimators.sample;

/**
 * What the critics of one fold may see, fitted on its training rows.
 *
 * @param x of X by itself
 * @param y of Y by itself
 * @param linear canonical variates of the normal scores
 * @param radial canonical variates of normal scores and their products with the radius, as normal
 *     scores again
 */
record Features(SideFeatures x, SideFeatures y, Variates linear, Variates radial) {
  private static final int MOST_LINEAR = 64;
  private static final int MOST_RADIAL = 16;

  static Features of(Sample training) {
    SideFeatures x = SideFeatures.of(training.x());
    SideFeatures y = SideFeatures.of(training.y());
    Variates linear = Variates.of(x.scores(), y.scores(), training, MOST_LINEAR);
    Variates radial =
        Variates.of(x.products(), y.products(), training, MOST_RADIAL).asNormalScores(training);
    return new Features(x, y, linear, radial);
  }
}
