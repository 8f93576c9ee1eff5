package org.steadymi.graphs.losses;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A named loss of the catalogue and the forms it is known in; the first form is the default.
 *
 * @param name short lower-case name
 * @param forms at least one
 */
public record LossFamily(String name, List<Form> forms) {
  /** λ where none is given, as in the one-hot and Gaussian experiments of Choi and Lee. */
  public static final double DEFAULT_LAMBDA = 1;

  /**
   * One form of a loss.
   *
   * @param variant the name it is chosen by
   * @param note what it is, in a few words
   * @param settings what may be set
   * @param bound makes the bound
   * @param hold what its regulariser does, if it has one
   */
  public record Form(
      String variant,
      String note,
      List<Setting> settings,
      Function<Settings, Bound> bound,
      Optional<Hold> hold) {

    /** A form without a regulariser, and what may be set on it. */
    static Form form(
        String variant, String note, Function<Settings, Bound> bound, Setting... settings) {
      return new Form(variant, note, List.of(settings), bound, Optional.empty());
    }

    /** The same form with a regulariser that holds the statistic at 0. */
    Form holding(Statistic statistic) {
      return holding(statistic, s -> 0);
    }

    /** The same form with a regulariser. */
    Form holding(Statistic statistic, ToDoubleFunction<Settings> target) {
      return new Form(variant, note, settings, bound, Optional.of(new Hold(statistic, target)));
    }
  }

  /**
   * What a regulariser holds where.
   *
   * @param statistic what it holds
   * @param target C* where none is given
   */
  public record Hold(Statistic statistic, ToDoubleFunction<Settings> target) {}

  /** Whether its default form has a regulariser. */
  public boolean regularized() {
    return forms.get(0).hold().isPresent();
  }

  /** The loss with its defaults. */
  public Loss byDefault() {
    return with(LossOptions.DEFAULTS);
  }

  /**
   * The loss with the given options.
   *
   * @throws IllegalArgumentException if an option does not belong to this loss or is out of range,
   *     or the variant is not one of its forms
   */
  public Loss with(LossOptions options) {
    Form form = form(options.variant());
    check(form, options);
    Settings settings = Settings.of(form.settings(), options.settings());
    Optional<Regularizer> regularizer =
        form.hold()
            .map(
                hold ->
                    new Regularizer(
                        hold.statistic(),
                        options.lambda().orElse(DEFAULT_LAMBDA),
                        options.target().orElse(hold.target().applyAsDouble(settings))));
    return new Loss(name, form.bound().apply(settings), regularizer);
  }

  private void check(Form form, LossOptions options) {
    if (form.hold().isEmpty()) {
      refuse(options.lambda().isPresent(), "lambda");
      refuse(options.target().isPresent(), "target");
    }
    options
        .settings()
        .forEach(
            (setting, value) ->
                form.settings().stream()
                    .filter(s -> s.name().equals(setting))
                    .findFirst()
                    .orElseThrow(() -> cannotSet(setting, settable(form)))
                    .check(name, value));
  }

  private static String settable(Form form) {
    List<String> names = form.settings().stream().map(Setting::name).toList();
    return "variant "
        + form.variant()
        + " has "
        + (names.isEmpty() ? "no settings" : "only " + String.join(", ", names));
  }

  private Form form(String variant) {
    if (variant.isEmpty()) {
      return forms.get(0);
    }
    return forms.stream()
        .filter(f -> f.variant().equals(variant))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "loss "
                        + name
                        + ": unknown variant '"
                        + variant
                        + "'; known: "
                        + String.join(", ", variants())));
  }

  private List<String> variants() {
    return forms.stream().map(Form::variant).toList();
  }

  private void refuse(boolean refused, String option) {
    if (refused) {
      throw cannotSet(
          option,
          "the loss has no regulariser"
              + Losses.counterpart(name)
                  .map(held -> "; its regularised form is " + held.name())
                  .orElse(", and no free direction that would need one"));
    }
  }

  private IllegalArgumentException cannotSet(String option, String why) {
    return new IllegalArgumentException("loss " + name + ": " + option + " cannot be set, " + why);
  }
}
