package org.steadymi.estimators;

import java.util.OptionalDouble;
import org.steadymi.datasets.Range;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;

/** Losses by specification, such as {@code remine:lambda=0.1,target=2}. */
public final class LossSpecs {
  private static final String LAMBDA = "lambda";
  private static final String TARGET = "target";
  private static final String TAU = "tau";
  private static final String VARIANT = "variant";

  private LossSpecs() {}

  /**
   * The loss that a specification names.
   *
   * @throws SpecException with one line, if the loss is unknown or an option is malformed
   * @throws IllegalArgumentException with one line, if an option does not belong to the loss
   */
  public static Loss parse(String text) {
    Spec spec = Spec.parse(text);
    if (!Losses.names().contains(spec.name())) {
      throw SpecException.unknown("loss", spec.name(), Losses.names());
    }
    spec.only(LAMBDA, TARGET, TAU, VARIANT);
    LossOptions options =
        new LossOptions(
            real(spec, LAMBDA, Range.atLeast(0)),
            real(spec, TARGET, Range.finite()),
            real(spec, TAU, Range.above(0).withInfinity()),
            spec.text(VARIANT, ""));
    return Losses.family(spec.name()).with(options);
  }

  private static OptionalDouble real(Spec spec, String key, Range range) {
    return spec.has(key)
        ? OptionalDouble.of(spec.real(key, Double.NaN, range))
        : OptionalDouble.empty();
  }
}
