package org.steadymi.estimators.sample;

/** Whether an estimate can be believed, in one word. */
public enum Verdict {
  /** Nothing speaks against it. */
  TRUSTWORTHY("trustworthy"),
  /** A permutation test sees no dependence. */
  INDEPENDENT("X and Y look independent"),
  /** No estimate of this kind from so many rows can be much larger; the truth can. */
  AT_CEILING("at its ceiling"),
  /** Critics know the rows that they were fitted on much better than others. */
  TOO_LITTLE_DATA("too little data"),
  /** A critic that was chosen exploded or drifted. */
  UNSTABLE("critic drifts or exploded"),
  /** An estimator without a critic reads something else. */
  BASELINES_DISAGREE("baselines disagree");

  private final String text;

  Verdict(String text) {
    this.text = text;
  }

  /** As a report says it. */
  public String text() {
    return text;
  }
}
