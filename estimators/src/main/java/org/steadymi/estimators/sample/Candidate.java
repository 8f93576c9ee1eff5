package org.steadymi.estimators.sample;

import java.util.List;
import org.steadymi.estimators.Diagnosis;

/** One way to get a critic from training rows. */
interface Candidate {
  /** As options and reports call it. */
  String name();

  /** Whether another seed gives another critic. */
  boolean random();

  /**
   * Fits a critic.
   *
   * @param rows to fit on; those that are held out are not there
   */
  Fitted fit(FittingRows rows, int seed);

  /**
   * What the critic of {@link #fit} was worth at every look; empty where it is not trained step by
   * step.
   *
   * @param heldOut rows to look at, by which nothing is chosen
   */
  default List<LearningCurve.Look> looks(FittingRows rows, int seed, Sample heldOut) {
    return List.of();
  }

  /**
   * What can be fitted on: the training rows, by their features, and the rows that choose.
   *
   * @param features fitted on the training rows
   * @param training rows that critics are fitted on
   * @param selection rows that they are chosen on
   */
  record FittingRows(Features features, Sample training, Sample selection) {}

  /**
   * A fitted critic.
   *
   * @param candidate its name
   * @param seed that it was fitted with
   * @param critic of rows as they are
   * @param value J − log M on the selection rows, nats
   * @param diagnosis of its training
   */
  record Fitted(String candidate, int seed, FixedCritic critic, double value, Diagnosis diagnosis) {
    /** A value to compare critics by: no number is worse than any. */
    static double rank(double value) {
      return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    double rank() {
      return rank(value);
    }
  }
}
