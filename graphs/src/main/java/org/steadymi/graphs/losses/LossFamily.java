package org.steadymi.graphs.losses;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * A named loss of the catalogue and the forms it is known in; the first form is the default.
 *
 * @param name short lower-case name
 * @param usesTau whether τ may be set
 * @param forms at least one
 */
public record LossFamily(String name, boolean usesTau, List<Form> forms) {
  /** λ where none is given, as in the one-hot and Gaussian experiments of Choi and Lee. */
  public static final double DEFAULT_LAMBDA = 1;

  /** τ where none is given, as Choi and Lee set it. */
  public static final double DEFAULT_TAU = 10;

  /**
   * One form of a loss.
   *
   * @param variant the name it is chosen by
   * @param note what it is, in a few words
   * @param bound makes the bound from τ
   * @param statistic what the regulariser holds, if there is one
   * @param target C* where none is given
   */
  public record Form(
      String variant,
      String note,
      DoubleFunction<Bound> bound,
      Optional<Statistic> statistic,
      double target) {}

  /** Whether its default form has a regulariser. */
  public boolean regularized() {
    return forms.get(0).statistic().isPresent();
  }

  /**
   * The loss with the given options.
   *
   * @throws IllegalArgumentException if an option does not belong to this loss, or the variant is
   *     not one of its forms
   */
  public Loss with(LossOptions options) {
    Form form = form(options.variant());
    refuse(options.tau().isPresent() && !usesTau, "tau", "has no clipping limit to set");
    boolean plain = form.statistic().isEmpty();
    refuse(
        options.lambda().isPresent() && plain,
        "lambda",
        "has no regulariser; its regularised form is re" + name);
    refuse(
        options.target().isPresent() && plain,
        "target",
        "has no regulariser; its regularised form is re" + name);
    Optional<Regularizer> regularizer =
        form.statistic()
            .map(
                s ->
                    new Regularizer(
                        s,
                        options.lambda().orElse(DEFAULT_LAMBDA),
                        options.target().orElse(form.target())));
    return new Loss(name, form.bound().apply(options.tau().orElse(DEFAULT_TAU)), regularizer);
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

  private void refuse(boolean refused, String option, String why) {
    if (refused) {
      throw new IllegalArgumentException(
          "loss " + name + ": " + option + " cannot be set, the loss " + why);
    }
  }
}
