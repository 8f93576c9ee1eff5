package org.steadymi.graphs.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class LossesTest {
  static final List<Form> FORMS = Form.all();
  static final List<Form> HELD = Form.held();
  static final List<Form> PLAIN = Form.plain().toList();

  @Test
  void theCatalogue() {
    assertThat(Losses.names())
        .containsExactly(
            "mine",
            "smile",
            "infonce",
            "nwj",
            "tuba",
            "js",
            "ialpha",
            "uba",
            "ba",
            "tnce",
            "tnwj",
            "loo",
            "rate",
            "remine",
            "resmile",
            "reinfonce",
            "renwj",
            "retuba",
            "rejs",
            "reuba");
    assertThat(Losses.names()).doesNotHaveDuplicates().containsAll(Losses.choiLee());
  }

  /**
   * Where a critic can drift and its objective does not see it, there is a regulariser that does;
   * known densities do not drift. Of the forms that fix the critic's level by themselves, only
   * those of Choi and Lee have one.
   */
  @Test
  void whatCanDriftHasARegularisedForm() {
    for (Form form : PLAIN) {
      Properties p = form.properties();
      boolean drifts = p.objective().optimum().free() != Properties.Freedom.NONE;
      boolean learned = !p.needs().contains(Properties.Need.CONDITIONAL);
      if (drifts && learned && !p.needs().contains(Properties.Need.NOISE)) {
        LossFamily held = Losses.counterpart(form.family().name()).orElseThrow();
        assertThat(held.forms().stream().map(LossFamily.Form::variant))
            .contains(form.form().variant());
      }
    }
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void everyFormIsReachedByItsNames(Form form) {
    Loss loss = form.loss();
    assertThat(loss.name()).isEqualTo(form.family().name());
    assertThat(loss.regularizer().map(Regularizer::statistic)).isEqualTo(form.statistic());
    assertThat(loss.name()).endsWith(loss.bound().properties().origin().name());
    assertThat(loss.bound().properties().origin().citation()).containsPattern("arXiv|doi");
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
        .isEqualTo(new Loss("retuba", new Tuba(1, 10), held(Statistic.LOG_PARTITION)));
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
    assertThat(set).isEqualTo(new Regularizer(form.statistic().orElseThrow(), 0.01, 2.5));
  }

  @ParameterizedTest
  @FieldSource("PLAIN")
  void aPlainLossHasNoLambdaAndNoTarget(Form form) {
    String name = form.family().name();
    String instead =
        Losses.counterpart(name).isPresent()
            ? "; its regularised form is re" + name
            : ", and no free direction that would need one";
    for (String option : List.of("lambda", "target")) {
      LossOptions set =
          option.equals("lambda") ? form.options().withLambda(1) : form.options().withTarget(0);
      assertRefused(
          form.family(),
          set,
          "loss %s: %s cannot be set, the loss has no regulariser%s"
              .formatted(name, option, instead));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ialpha, constant, alpha, 2, 'in [0, 1], found 2'",
    "smile, js, tau, 0, 'above 0, or inf, found 0'",
    "tuba, constant, a, -1, 'above 0, found -1'",
    "tuba, ema, rate, 0, 'above 0 and at most 1, found 0'",
    "tuba, learned, hidden, 2.5, 'that is whole and in [1, 65536], found 2.5'",
    "mine, input-noise, sigma, -0.1, 'of at least 0, found -0.1'",
  })
  void aSettingOutOfRangeIsRefused(
      String loss, String variant, String setting, double value, String message) {
    assertRefused(
        Losses.family(loss),
        LossOptions.DEFAULTS.withVariant(variant).with(setting, value),
        "loss %s: %s: expected a number %s".formatted(loss, setting, message));
  }

  @ParameterizedTest
  @FieldSource("FORMS")
  void aSettingThatIsNotTheFormsOwnIsRefused(Form form) {
    assertThatThrownBy(() -> form.family().with(form.options().with("temperature", 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "loss %s: temperature cannot be set, variant %s has "
                .formatted(form.family().name(), form.form().variant()));
  }

  @Test
  void aCeilingIsThatOfTheRowsOfALayout() {
    Properties infoNce = new InfoNce().properties();
    assertThat(infoNce.ceilingAt(Layout.MATRIX, 64, 10)).hasValue(Math.log(64));
    assertThat(infoNce.ceilingAt(Layout.LABELS, 64, 10)).hasValue(Math.log(10));
    assertThat(infoNce.ceilingAt(Layout.SAME_LABEL, 64, 10)).hasValue(Math.log(63));
    assertThat(infoNce.ceilingAt(Layout.SEPARATE, 64, 10)).isEmpty();
    assertThat(new LeaveOneOutInfoNce().properties().ceilingAt(Layout.SAME_LABEL, 64, 10))
        .isEmpty();
    assertThat(new Nwj().properties().ceilingAt(Layout.MATRIX, 64, 10)).isEmpty();
  }

  /** A regulariser may need more of the scores than its bound. */
  @Test
  void aLossNeedsWhatItsRegulariserNeeds() {
    Loss loss = new Loss("mixed", new Nwj(), held(Statistic.COLUMN_LOG_PARTITION));
    assertThat(loss.needs()).containsExactly(Properties.Need.MATRIX);
    assertThat(Layout.SAME_LABEL.refusal(loss.needs()))
        .hasValue(
            "needs the score matrix of aligned pairs, which rows paired by their class do not"
                + " have");
    assertThat(Layout.MATRIX.refusal(loss.needs())).isEmpty();
  }

  @Test
  void settingsReachTheBound() {
    assertThat(Losses.family("smile").with(LossOptions.DEFAULTS.with("tau", 3)).bound())
        .isEqualTo(new Smile(3));
    assertThat(Losses.family("ialpha").with(LossOptions.DEFAULTS.with("alpha", 0.5)).bound())
        .isEqualTo(new Interpolated(0.5, 512));
    assertThat(
            Losses.family("tuba")
                .with(LossOptions.DEFAULTS.withVariant("ema").with("rate", 0.2))
                .bound()
                .averagingRate())
        .hasValue(0.2);
  }

  @Test
  void settingsOfABoundAreNamed() {
    assertThat(new Smile(5).options()).isEqualTo(Map.of("tau", "5.0", "form", "js"));
    assertThat(new Nwj(10).options()).isEqualTo(Map.of("clip", "10.0"));
    assertThat(new Nwj().options()).isEmpty();
    assertThat(new Tuba(1).options()).isEqualTo(Map.of("a", "1.0"));
    assertThat(new JensenShannon().options()).isEqualTo(Map.of("read-out", "shifted"));
  }

  @Test
  void unknownNamesAndVariantsSayWhatIsKnown() {
    assertThatThrownBy(() -> Losses.named("MINE"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown loss 'MINE'; known: " + String.join(", ", Losses.names()));
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
