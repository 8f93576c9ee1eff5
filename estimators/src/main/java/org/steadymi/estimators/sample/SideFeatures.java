package org.steadymi.estimators.sample;

import org.steadymi.estimators.baselines.Points;

/**
 * What critics may see of one variable, fitted on training rows of it alone.
 *
 * @param standardised columns of mean 0 and deviation 1, up to five deviations out
 * @param scores normal scores of the columns
 * @param radii how far out a row lies: in normal scores, and in robust units
 * @param products normal scores and radius, and each of these times the radius, standardised
 */
record SideFeatures(RowMap standardised, RowMap scores, RowMap radii, RowMap products) {
  private static final double FURTHEST = 5;

  static SideFeatures of(Points rows) {
    RowMap scores = NormalScores.fit(rows);
    RowMap radius = radius(scores, rows);
    RowMap products = scores.beside(radius).then(new RadialProducts(scores.outputs() + 1));
    return new SideFeatures(
        Scaling.standard(rows).then(new Clip(rows.width(), FURTHEST)),
        standardised(scores, rows),
        radius.beside(radius(Scaling.robust(rows), rows)),
        standardised(products, rows));
  }

  private static RowMap radius(RowMap map, Points rows) {
    return standardised(map.then(new Radius(map.outputs())), rows);
  }

  /** The map with mean 0 and deviation 1 of what comes out of these rows. */
  static RowMap standardised(RowMap map, Points rows) {
    return map.then(Scaling.standard(map.of(rows)));
  }
}
