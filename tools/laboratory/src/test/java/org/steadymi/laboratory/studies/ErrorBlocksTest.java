package org.steadymi.laboratory.studies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steadymi.laboratory.study.Interval;

class ErrorBlocksTest {
  /** Two blocks of two: errors 1, 3 and −1, 1; a fifth estimate fills no block. */
  private static final ErrorBlocks BLOCKS = ErrorBlocks.of(new float[] {6, 8, 4, 6, 100}, 5, 2);

  @Test
  void quantitiesAreMeansOverBlocks() {
    assertThat(BLOCKS.bias().mean()).isEqualTo(1);
    assertThat(BLOCKS.variance()).isEqualTo(new Interval(2, 2, 2, 2));
    assertThat(BLOCKS.meanSquaredError().mean()).isEqualTo((1 + 9 + 1 + 1) / 4.0);
  }

  @Test
  void whatIsEncodedIsReadBack() {
    ErrorBlocks read = ErrorBlocks.decode(BLOCKS.encode());
    assertThat(read.bias()).isEqualTo(BLOCKS.bias());
    assertThat(read.variance()).isEqualTo(BLOCKS.variance());
    assertThat(read.meanSquaredError()).isEqualTo(BLOCKS.meanSquaredError());
  }
}
