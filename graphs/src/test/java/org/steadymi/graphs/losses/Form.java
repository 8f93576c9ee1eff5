package org.steadymi.graphs.losses;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.graphs.losses.Properties.Need;
import org.tensorflow.op.Ops;

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
    return all().stream().filter(f -> f.form.hold().isPresent()).toList();
  }

  /** The forms without one. */
  static Stream<Form> plain() {
    return all().stream().filter(f -> f.form.hold().isEmpty());
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

  /** What the regulariser holds, if there is one. */
  Optional<Statistic> statistic() {
    return form.hold().map(LossFamily.Hold::statistic);
  }

  /** Whether scores of that layout have what the loss needs. */
  boolean worksOn(Layout layout) {
    return layout.refusal(loss().needs()).isEmpty();
  }

  /** Whether its critic is not free, but a density or the ratio of two. */
  boolean constrained() {
    return properties().needs().contains(Need.MARGINAL)
        || properties().value().side() == Properties.Side.UPPER_BOUND;
  }

  /** The scores as the bound expects them: with a moving average where it uses one. */
  Scores scores(Ops tf, Scores t, double logAverage) {
    return loss().bound().averagingRate().isPresent()
        ? t.withLogAverage(tf.constant((float) logAverage))
        : t;
  }

  Scores scores(Ops tf, Scores t) {
    return scores(tf, t, HostLoss.LOG_AVERAGE);
  }

  HostLoss host() {
    return HostLoss.of(family.name(), form.variant(), HostLoss.DEFAULT_TAU);
  }

  @Override
  public String toString() {
    return family.name() + "/" + form.variant();
  }
}
