package org.steadymi.datasets;

/**
 * The three disjoint parts of a source: critics learn on one, are chosen on the second and are
 * reported on the third.
 */
public enum Split {
  TRAIN,
  SELECTION,
  REPORT
}
