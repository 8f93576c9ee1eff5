package org.steadymi.graphs.training;

/** What is recorded of every training step, before the step's update. */
public enum Metric {
  /** What the critic maximises, without the penalty. */
  OBJECTIVE,
  /** The estimate of I(X;Y), nats. */
  VALUE,
  /** J = E_P[T]. */
  JOINT,
  /** log M = log E_Q[e^T]. */
  LOG_MARGINAL,
  /** Euclidean norm of the gradient. */
  GRADIENT_NORM,
  /** Largest |T| of the batch. */
  MAX_ABS_SCORE
}
