package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LossesTest {
  static final List<Form> FORMS = Form.all();
  static final List<Form> HELD = Form.held();
  static final List<Form> PLAIN = Form.plain().toList();

  @Test
  void theCatalogueHasSixBoundsAndTheirRegularisedCounterparts() {
    assertThat(Losses.names())
        .containsExactly(
            "mine",
            "smile",
            "infonce",
            "nwj",
            "tuba",
            "js",
            "remine",
            "resmile",
            "reinfonce",
            "renwj",
            "retuba",
            "rejs");
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyFormIsReachedByItsNames(Form form) {
    Loss loss = form.loss();
    assertThat(loss.name()).isEqualTo(form.family().name());
    assertThat(loss.regularizer().map(Regularizer::statistic)).isEqualTo(form.form().statistic());
    assertThat(loss.name()).endsWith(loss.bound().properties().name());
    assertThat(loss.bound().properties().citation()).containsPattern("arXiv|doi");
  }

  @Test
  void theDefaultIsTheFirstForm() {
    for (LossFamily family : Losses.all()) {
      String first = family.forms().get(0).variant();
      assertThat(Losses.named(family.name()))
          .isEqualTo(family.with(LossOptions.DEFAULTS.withVariant(first)));
    }
  }

  @Test
  void defaultsAreThoseOfThePaper() {
    assertThat(Losses.named("mine")).isEqualTo(new Loss("mine", new DonskerVaradhan(), none()));
    assertThat(Losses.named("smile")).isEqualTo(new Loss("smile", new Smile(10), none()));
    assertThat(Losses.named("js")).isEqualTo(new Loss("js", new JensenShannon(), none()));
    assertThat(Losses.named("remine"))
        .isEqualTo(new Loss("remine", new DonskerVaradhan(), held(Statistic.LOG_PARTITION)));
    assertThat(Losses.named("reinfonce"))
        .isEqualTo(new Loss("reinfonce", new InfoNce(), held(Statistic.ROW_LOG_PARTITION)));
    assertThat(Losses.named("renwj"))
        .isEqualTo(new Loss("renwj", new Nwj(10), held(Statistic.LOG_PARTITION_OF_NWJ)));
    assertThat(Losses.named("retuba"))
        .isEqualTo(new Loss("retuba", new Tuba(10), held(Statistic.LOG_PARTITION)));
    assertThat(Losses.named("rejs"))
        .isEqualTo(new Loss("rejs", new JensenShannon(), held(Statistic.SOFTPLUS)));
  }

  @ParameterizedTest
  @FieldSource("HELD")
  void lambdaAndTargetAreSet(Form form) {
    Regularizer set =
        form.family()
            .with(form.options().withLambda(0.01).withTarget(2.5))
            .regularizer()
            .orElseThrow();
    assertThat(set).isEqualTo(new Regularizer(form.form().statistic().orElseThrow(), 0.01, 2.5));
  }

  @ParameterizedTest
  @FieldSource("PLAIN")
  void aPlainLossHasNoLambdaAndNoTarget(Form form) {
    String name = form.family().name();
    assertRefused(
        form.family(),
        form.options().withLambda(1),
        "loss %s: lambda cannot be set, the loss has no regulariser; its regularised form is re%s"
            .formatted(name, name));
    assertRefused(
        form.family(),
        form.options().withTarget(0),
        "loss %s: target cannot be set, the loss has no regulariser; its regularised form is re%s"
            .formatted(name, name));
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void onlySmileHasTau(Form form) {
    LossOptions options = form.options().withTau(3);
    if (form.family().usesTau()) {
      assertThat(((Smile) form.family().with(options).bound()).tau()).isEqualTo(3);
      assertRefused(form.family(), options.withTau(0), "smile: expected tau above 0, found 0.0");
    } else {
      assertRefused(
          form.family(),
          options,
          "loss "
              + form.family().name()
              + ": tau cannot be set, the loss has no clipping limit to set");
    }
  }

  @Test
  void settingsOfABoundAreNamed() {
    assertThat(new Smile(5).options()).isEqualTo(Map.of("tau", "5.0", "form", "js"));
    assertThat(new Nwj(10).options()).isEqualTo(Map.of("clip", "10.0"));
    assertThat(new Nwj().options()).isEmpty();
    assertThat(new Tuba().options()).isEmpty();
    assertThat(new JensenShannon().options()).isEqualTo(Map.of("read-out", "shifted"));
  }

  @Test
  void unknownNamesAndVariantsSayWhatIsKnown() {
    assertThatThrownBy(() -> Losses.named("MINE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "unknown loss 'MINE'; known: mine, smile, infonce, nwj, tuba, js, remine, resmile,"
                + " reinfonce, renwj, retuba, rejs");
    assertRefused(
        Losses.family("rejs"),
        LossOptions.DEFAULTS.withVariant("papers"),
        "loss rejs: unknown variant 'papers'; known: paper, normalised, code");
  }

  private static void assertRefused(LossFamily family, LossOptions options, String message) {
    assertThatThrownBy(() -> family.with(options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static Optional<Regularizer> none() {
    return Optional.empty();
  }

  private static Optional<Regularizer> held(Statistic statistic) {
    return Optional.of(new Regularizer(statistic, 1, 0));
  }
}
