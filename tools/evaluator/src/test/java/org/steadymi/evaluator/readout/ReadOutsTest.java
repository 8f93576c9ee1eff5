package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOutsTest {
  @ParameterizedTest
  @CsvSource({
    "mine, dv", "remine, dv", "infonce, infonce", "reinfonce, infonce", "nwj, nwj", "renwj, nwj",
    "tuba, tuba", "retuba, tuba", "js, tuba", "rejs, tuba", "smile, smile-10", "resmile, smile-10"
  })
  void everyLossOfTheCatalogueHasItsReadOut(String loss, String readOut) {
    assertThat(ReadOuts.ofLoss(loss, Map.of())).get().extracting(ReadOut::id).isEqualTo(readOut);
  }

  @Test
  void anUnknownLossHasNone() {
    assertThat(ReadOuts.ofLoss("keras", Map.of())).isEmpty();
    assertThat(ReadOuts.ofLoss("", Map.of())).isEmpty();
  }

  @Test
  void smileWithoutAClipIsDv() {
    assertThat(ReadOuts.ofLoss("smile", Map.of("tau", "Infinity"))).contains(new DonskerVaradhan());
  }

  @Test
  void smileHasItsTau() {
    assertThat(ReadOuts.ofLoss("resmile", Map.of("tau", "2.5", "form", "js")))
        .contains(new Smile(2.5));
    assertThatThrownBy(() -> ReadOuts.ofLoss("smile", Map.of("tau", "ten")))
        .hasMessage("the loss's option tau is not a number: 'ten'");
  }

  /** What these report is none of the read-outs. */
  @ParameterizedTest
  @CsvSource({
    "tuba, a, 10.0",
    "retuba, a, 2.0",
    "tuba, baseline, moving average",
    "tuba, baseline, learned",
    "infonce, baseline, leave one out",
    "smile, form, clipped_both"
  })
  void aFormWithAnotherValueHasNone(String loss, String option, String value) {
    assertThat(ReadOuts.ofLoss(loss, Map.of(option, value))).isEmpty();
  }

  @Test
  void jensenShannonAsInTheReferenceCodeReportsNwj() {
    assertThat(ReadOuts.ofLoss("js", Map.of("read-out", "reference"))).contains(new Nwj());
    assertThat(ReadOuts.ofLoss("js", Map.of("read-out", "shifted"))).contains(new Tuba());
    assertThat(ReadOuts.ofLoss("tuba", Map.of("a", "1.0"))).contains(new Tuba());
  }

  @Test
  void aReadOutOfItsOwnIsAddedOnce() {
    assertThat(Selection.DEFAULT.withOwn(new Smile(5)).readOuts()).isEqualTo(ReadOuts.all());
    assertThat(Selection.DEFAULT.withOwn(new Smile(2.5)).readOuts())
        .hasSize(ReadOuts.all().size() + 1)
        .contains(new Smile(2.5));
  }

  @Test
  void theOwnReadOutHasToBeAmongThem() {
    assertThatThrownBy(() -> new Selection(List.of(new Nwj()), Optional.of(new Tuba())))
        .hasMessage("read-outs: the critic's own, tuba, is not among them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smile-2.5", "smile-0.1", "smile-10", "smile-100", "smile-inf"})
  void smileIsNamedByItsClip(String name) {
    assertThat(ReadOuts.named(name)).isInstanceOf(Smile.class);
    assertThat(ReadOuts.named(name).id()).isEqualTo(name);
  }

  @Test
  void smileWithoutAClipClaimsNoMoreAndNoLessThanDv() {
    assertThat(ReadOuts.named("smile-inf").claim()).isEqualTo(new DonskerVaradhan().claim());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "smile",
        "smile-",
        "smile-x",
        "smile--1",
        "smile-1e3",
        "smile-2.",
        "SMILE-2",
        "dv"
      })
  void otherNamesAreRefused(String name) {
    assertThatThrownBy(() -> ReadOuts.named(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected smile-TAU with TAU above 0 or inf, such as smile-2.5, found '%s'; the other"
                + " read-outs need no naming",
            name);
  }

  @ParameterizedTest
  @CsvSource({"0, J", "1, J - 1", "-0.5, J + 0.5"})
  void theDiscriminatorsEquationHoldsItsOffset(double offset, String equation) {
    assertThat(new Discriminator(offset).equation()).isEqualTo(equation);
  }

  @Test
  void identifiersAreUnique() {
    assertThat(ReadOuts.all().stream().map(ReadOut::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void smileRefusesAClipThatIsNone(double tau) {
    assertThatThrownBy(() -> new Smile(tau)).hasMessageContaining("expected tau above 0");
  }
}
