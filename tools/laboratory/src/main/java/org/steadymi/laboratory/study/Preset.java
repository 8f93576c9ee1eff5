package org.steadymi.laboratory.study;

import java.util.Locale;

/** How large a study is run. */
public enum Preset {
  /** A few minutes on two cores; shows the effect. */
  QUICK,
  /** Hours on two cores; enough to see what the literature saw, on less. */
  SMALL,
  /** The full protocol of the literature. */
  PAPER;

  /** As it is written in a command. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
