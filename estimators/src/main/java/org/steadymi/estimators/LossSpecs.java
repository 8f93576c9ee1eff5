package org.steadymi.estimators;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.steadymi.datasets.Range;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;

/** Losses by specification, such as {@code remine:lambda=0.1,target=2}. */
public final class LossSpecs {
  private static final String LAMBDA = "lambda";
  private static final String TARGET = "target";
  private static final String VARIANT = "variant";

  private LossSpecs() {}

  /**
   * The loss that a specification names.
   *
   * @throws SpecException with one line, if the loss is unknown or an option is malformed
   * @throws IllegalArgumentException with one line, if an option does not belong to the loss or is
   *     out of range
   */
  public static Loss parse(String text) {
    Spec spec = Spec.parse(text);
    if (!Losses.names().contains(spec.name())) {
      throw SpecException.unknown("loss", spec.name(), Losses.names());
    }
    LossFamily family = Losses.family(spec.name());
    Set<String> settings = settings(family);
    Set<String> known = new LinkedHashSet<>(List.of(LAMBDA, TARGET, VARIANT));
    known.addAll(settings);
    spec.only(known.toArray(String[]::new));
    return family.with(
        new LossOptions(
            real(spec, LAMBDA, Range.atLeast(0)),
            real(spec, TARGET, Range.finite()),
            given(spec, settings),
            spec.text(VARIANT, "")));
  }

  /** What may be set on any form of the loss. */
  private static Set<String> settings(LossFamily family) {
    Set<String> names = new LinkedHashSet<>();
    family.forms().forEach(form -> form.settings().forEach(setting -> names.add(setting.name())));
    return names;
  }

  private static Map<String, Double> given(Spec spec, Set<String> settings) {
    Map<String, Double> given = new LinkedHashMap<>();
    for (String name : settings) {
      real(spec, name, Range.finite().withInfinity()).ifPresent(value -> given.put(name, value));
    }
    return given;
  }

  private static OptionalDouble real(Spec spec, String key, Range range) {
    return spec.has(key)
        ? OptionalDouble.of(spec.real(key, Double.NaN, range))
        : OptionalDouble.empty();
  }
}
