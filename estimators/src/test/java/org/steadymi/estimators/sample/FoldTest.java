package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void everyRowIsInOnePartOfAFoldAndHeldOutByOne() {
    int rows = 1003;
    List<Fold> folds = Fold.of(rows, 5, 7);
    for (Fold fold : folds) {
      assertThat(all(fold)).containsExactly(IntStream.range(0, rows).toArray());
      assertThat(fold.selection()).hasSize((int) Math.round(0.15 * (rows - fold.heldOut().length)));
    }
    assertThat(folds.stream().flatMapToInt(fold -> IntStream.of(fold.heldOut())).sorted().toArray())
        .containsExactly(IntStream.range(0, rows).toArray());
  }

  @Test
  void ofVeryManyRowsOnlySomeAreFittedOn() {
    int rows = 1_000_000;
    List<Fold> folds = Fold.of(rows, 5, 7);
    for (Fold fold : folds) {
      assertThat(fold.selection()).hasSize(20_000);
      assertThat(fold.training()).hasSize(200_000);
      assertThat(IntStream.of(all(fold)).distinct().count()).isEqualTo(420_000);
    }
    assertThat(folds.stream().mapToInt(fold -> fold.heldOut().length).sum()).isEqualTo(rows);
  }

  /** The rows of a fold, ascending. */
  private static int[] all(Fold fold) {
    return Stream.of(fold.training(), fold.selection(), fold.heldOut())
        .flatMapToInt(IntStream::of)
        .sorted()
        .toArray();
  }
}
