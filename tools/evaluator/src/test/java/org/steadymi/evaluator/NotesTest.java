package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.models.Models;
import org.steadymi.evaluator.readout.Selection;

class NotesTest {
  /**
   * With d on the diagonal and 0 beside it, InfoNCE is log K − log(1 + (K − 1) exp(−d)). Of log 4 =
   * 1.39 it reads 0, 0.64, 0.74 and 1.39, half being 0.69; of log 64 = 4.16, 0, 2.58, 2.70 and
   * 4.16, 1.5 below being 2.66.
   */
  @ParameterizedTest
  @CsvSource({
    "4, 0, false",
    "4, 1, false",
    "4, 1.2, true",
    "4, 100, true",
    "4, NaN, false",
    "64, 0, false",
    "64, 2.8, false",
    "64, 2.95, true",
    "64, 100, true"
  })
  void aBoundIsNearItsCeilingInTheUpperHalfAndWithinThreeHalvesOfANat(
      int batch, float diagonal, boolean near) {
    List<String> notes = Notes.aboutMi(read(batch, diagonal));
    assertThat(notes.stream().filter(note -> note.startsWith("InfoNCE is near its ceiling of ")))
        .hasSize(near ? 1 : 0);
  }

  private static MiResult read(int batch, float diagonal) {
    return MiResult.evaluate(
        Models.SOURCE,
        (x, y) -> scores(x, diagonal),
        new Sampling(Split.REPORT, 2 * batch, batch, 0),
        Selection.DEFAULT);
  }

  private static float[] scores(Rows x, float diagonal) {
    int n = x.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < n; i++) {
      scores[i * n + i] = diagonal;
    }
    return scores;
  }
}
