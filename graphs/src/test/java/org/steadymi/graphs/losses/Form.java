package org.steadymi.graphs.losses;

import java.util.List;
import java.util.stream.Stream;

/** One form of one loss of the catalogue, named as {@code rejs/normalised}. */
record Form(LossFamily family, LossFamily.Form form) {
  /** Every form of every loss. */
  static List<Form> all() {
    return Losses.all().stream()
        .flatMap(family -> family.forms().stream().map(form -> new Form(family, form)))
        .toList();
  }

  /** The forms with a regulariser. */
  static List<Form> held() {
    return all().stream().filter(f -> f.form.statistic().isPresent()).toList();
  }

  /** The forms without one. */
  static Stream<Form> plain() {
    return all().stream().filter(f -> f.form.statistic().isEmpty());
  }

  LossOptions options() {
    return LossOptions.DEFAULTS.withVariant(form.variant());
  }

  Loss loss() {
    return family.with(options());
  }

  Properties properties() {
    return loss().bound().properties();
  }

  /** Whether the bound compares rows of a matrix and so cannot do without one. */
  boolean needsMatrix() {
    return properties().ceiling() == Properties.Ceiling.LOG_BATCH;
  }

  HostLoss host() {
    return HostLoss.of(family.name(), form.variant(), LossFamily.DEFAULT_TAU);
  }

  @Override
  public String toString() {
    return family.name() + "/" + form.variant();
  }
}
