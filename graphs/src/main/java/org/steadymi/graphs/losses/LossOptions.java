package org.steadymi.graphs.losses;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What may be set on a loss of the catalogue; what is not given is the loss's own default.
 *
 * @param lambda weight λ of the regulariser
 * @param target C*, where the regulariser holds its statistic
 * @param settings the {@linkplain LossFamily.Form#settings() settings} of the form, by name
 * @param variant name of a form other than the default; empty for the default
 */
public record LossOptions(
    OptionalDouble lambda, OptionalDouble target, Map<String, Double> settings, String variant) {
  /** Every setting at the loss's own default. */
  public static final LossOptions DEFAULTS =
      new LossOptions(OptionalDouble.empty(), OptionalDouble.empty(), Map.of(), "");

  /** Copies. */
  public LossOptions {
    settings = Map.copyOf(settings);
  }

  /** These options with another λ. */
  public LossOptions withLambda(double value) {
    return new LossOptions(OptionalDouble.of(value), target, settings, variant);
  }

  /** These options with another C*. */
  public LossOptions withTarget(double value) {
    return new LossOptions(lambda, OptionalDouble.of(value), settings, variant);
  }

  /** These options with another value of a setting. */
  public LossOptions with(String setting, double value) {
    Map<String, Double> all = new LinkedHashMap<>(settings);
    all.put(setting, value);
    return new LossOptions(lambda, target, all, variant);
  }

  /** These options with another variant. */
  public LossOptions withVariant(String value) {
    return new LossOptions(lambda, target, settings, value);
  }
}
