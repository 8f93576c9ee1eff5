package org.steadymi.evaluator.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(ReadOuts.allAnd(new Smile(5))).isEqualTo(ReadOuts.all());
    assertThat(ReadOuts.allAnd(new Smile(2.5))).hasSize(ReadOuts.all().size() + 1);
    assertThat(new Smile(2.5).id()).isEqualTo("smile-2.5");
  }

  @Test
  void identifiersAreUnique() {
    assertThat(ReadOuts.all().stream().map(ReadOut::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void smileRefusesAClipThatIsNone(double tau) {
    assertThatThrownBy(() -> new Smile(tau))
        .hasMessageContaining("expected a positive, finite tau");
  }
}
