package org.steadymi.evaluator.readout;

/** What a read-out can be trusted to be. */
public enum Claim {
  /** In expectation never above the mutual information, whatever the critic. */
  LOWER_BOUND("lower bound"),
  /**
   * Tends to a lower bound as the marginal pairs behind each logarithm grow; a small batch biases
   * it upward (−log is convex), so no single number is a bound.
   */
  ESTIMATE("estimate"),
  /**
   * Neither a bound nor tending to one: right only as far as the critic is, or biased by design.
   */
  NEITHER("neither");

  private final String label;

  Claim(String label) {
    this.label = label;
  }

  /** For people: {@code lower bound}, {@code estimate} or {@code neither}. */
  public String label() {
    return label;
  }
}
