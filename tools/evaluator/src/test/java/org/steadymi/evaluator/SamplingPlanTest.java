package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Split;
import org.steadymi.savedmodels.proto.Manifest;

class SamplingPlanTest {
  private static Optional<Manifest> trainedWith(int batch) {
    return Optional.of(
        Manifest.newBuilder().setTraining(Manifest.Training.newBuilder().setBatch(batch)).build());
  }

  @ParameterizedTest
  @CsvSource({
    "MATRIX, 10, 64",
    "INDEPENDENT, 10, 64",
    "LABELS, 10, 10",
    "SAME_LABEL, 100, 100",
    "LABELS, 0, 64",
    "SAME_LABEL, 1, 64",
    "SAME_LABEL, 8193, 64"
  })
  void anOpenBatchIsThatOfTrainingWhereRowsArePairedByClass(
      Pairing pairing, int trained, int batch) {
    assertThat(SamplingPlan.DEFAULT.on(pairing, trainedWith(trained)))
        .isEqualTo(new Sampling(Split.REPORT, 10_240, batch, 0));
  }

  @Test
  void aModelThatSaysNothingIsReadInBatchesOf64() {
    assertThat(SamplingPlan.DEFAULT.on(Pairing.SAME_LABEL, Optional.empty()).batch()).isEqualTo(64);
  }

  @Test
  void aBatchThatIsGivenStays() {
    SamplingPlan plan = new SamplingPlan(Split.TRAIN, 100, OptionalInt.of(20), 7);
    assertThat(plan.on(Pairing.LABELS, trainedWith(10)))
        .isEqualTo(new Sampling(Split.TRAIN, 100, 20, 7));
    assertThat(SamplingPlan.of(Sampling.DEFAULT).batch()).hasValue(64);
  }
}
