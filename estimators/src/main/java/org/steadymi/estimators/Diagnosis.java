package org.steadymi.estimators;

/**
 * What a critic's terms did during training.
 *
 * @param state the verdict
 * @param step where an explosion began; the number of steps otherwise
 * @param reason one sentence with the numbers behind the verdict
 */
public record Diagnosis(State state, int step, String reason) {
  /** The possible verdicts. */
  public enum State {
    /** Terms and value stand still. */
    CONVERGED,
    /** Both terms move together while the value, their difference, stands still. */
    DRIFTING,
    /** The value itself still moves. */
    LEARNING,
    /** A term is not finite, or beyond what exp can hold. */
    EXPLODED
  }
}
