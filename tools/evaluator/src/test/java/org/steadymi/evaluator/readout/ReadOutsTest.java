package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
    assertThat(ReadOuts.ofLoss(loss, 10)).get().extracting(ReadOut::id).isEqualTo(readOut);
  }

  @Test
  void anUnknownLossHasNone() {
    assertThat(ReadOuts.ofLoss("keras", 10)).isEmpty();
    assertThat(ReadOuts.ofLoss("", 10)).isEmpty();
  }

  @Test
  void smileWithoutAClipIsDv() {
    assertThat(ReadOuts.ofLoss("smile", Double.POSITIVE_INFINITY)).contains(new DonskerVaradhan());
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
