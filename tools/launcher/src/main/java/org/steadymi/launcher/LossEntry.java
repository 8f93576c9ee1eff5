package org.steadymi.launcher;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.LossFamily;
import org.steadymi.graphs.losses.LossOptions;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Properties;
import org.steadymi.graphs.losses.Properties.Freedom;
import org.steadymi.graphs.losses.Properties.Need;
import org.steadymi.graphs.losses.Regularizer;
import org.steadymi.graphs.losses.Setting;

/**
 * A loss of the catalogue in words.
 *
 * @param family the loss
 */
record LossEntry(LossFamily family) {
  static Loss loss(LossFamily family, LossFamily.Form form) {
    return family.with(LossOptions.DEFAULTS.withVariant(form.variant()));
  }

  String name() {
    return family.name();
  }

  /** Those of the default form. */
  Properties properties() {
    return family.byDefault().bound().properties();
  }

  String title() {
    return properties().origin().title() + (family.regularized() ? ", regularised" : "");
  }

  String maximises() {
    return properties().objective().equation() + penalty().map(p -> " − " + p).orElse("");
  }

  Optional<String> penalty() {
    return family.byDefault().regularizer().map(Regularizer::equation);
  }

  String needs() {
    return needs(properties());
  }

  static String needs(Properties bound) {
    return words(bound.needs());
  }

  static String words(Set<Need> needs) {
    return needs.stream().sorted().map(Need::words).collect(Collectors.joining("; "));
  }

  /** Whether its critics can drift, and what to do about it. */
  String drift() {
    Properties bound = properties();
    if (family.regularized()) {
      return "held by the regulariser";
    }
    if (bound.needs().contains(Need.CONDITIONAL)) {
      return "none: T is a known density";
    }
    if (bound.needs().contains(Need.MARGINAL)) {
      return "none: q is a density, which is normalised";
    }
    Freedom free = bound.objective().optimum().free();
    String freedom =
        free != Freedom.NONE
            ? "free by " + free.words()
            : "none at the optimum, which fixes the level of T";
    return freedom
        + Losses.counterpart(name()).map(held -> "; " + held.name() + " regularises it").orElse("");
  }

  /** What can be set on any of its forms. */
  Set<Setting> settings() {
    Set<Setting> all = new LinkedHashSet<>();
    family.forms().forEach(form -> all.addAll(form.settings()));
    return all;
  }

  String source() {
    return properties().origin().citation()
        + (family.regularized() ? "; regulariser: " + Regularizer.CITATION : "");
  }
}
