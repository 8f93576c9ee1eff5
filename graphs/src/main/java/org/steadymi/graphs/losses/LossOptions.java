package org.steadymi.graphs.losses;

import java.util.OptionalDouble;

/**
 * What may be set on a loss of the catalogue; empty means the loss's own default.
 *
 * @param lambda weight λ of the regulariser
 * @param target C*, where the regulariser holds its statistic
 * @param tau limit τ of SMILE
 * @param variant name of a form other than the default; empty for the default
 */
public record LossOptions(
    OptionalDouble lambda, OptionalDouble target, OptionalDouble tau, String variant) {
  /** Every setting at the loss's own default. */
  public static final LossOptions DEFAULTS =
      new LossOptions(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "");

  /** These options with another λ. */
  public LossOptions withLambda(double value) {
    return new LossOptions(OptionalDouble.of(value), target, tau, variant);
  }

  /** These options with another C*. */
  public LossOptions withTarget(double value) {
    return new LossOptions(lambda, OptionalDouble.of(value), tau, variant);
  }

  /** These options with another τ. */
  public LossOptions withTau(double value) {
    return new LossOptions(lambda, target, OptionalDouble.of(value), variant);
  }

  /** These options with another variant. */
  public LossOptions withVariant(String value) {
    return new LossOptions(lambda, target, tau, value);
  }
}
