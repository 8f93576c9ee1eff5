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
    /**
     * Both terms, J and log M, move together while their difference stands still. For bounds whose
     * optimum leaves a constant or a function of x free this is a direction in which nothing holds
     * the critic.
     */
    DRIFTING,
    /** The value itself still moves. */
    LEARNING,
    /** A term is not finite, or beyond what exp can hold. */
    EXPLODED
  }
}
