package org.steadymi.laboratory.study;

/** How large a study is run. */
public enum Preset {
  /** A few minutes on two cores; shows the effect. */
  QUICK,
  /** The full protocol of the literature. */
  PAPER;

  /** As it is written in a command. */
  public String word() {
    return this == QUICK ? "quick" : "paper";
  }
}
