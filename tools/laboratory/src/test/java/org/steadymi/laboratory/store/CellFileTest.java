package org.steadymi.laboratory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;

class CellFileTest {
  private static final CellKey KEY = CellKey.of("loss", "remine:lambda=0.1,target=2", "batch", 32);

  private static CellResult result() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("third", 1 / 3.0);
    numbers.put("none", Double.NaN);
    numbers.put("least", Double.NEGATIVE_INFINITY);
    float[] series = {0.1f, -0f, Float.NaN, Float.POSITIVE_INFINITY, Float.MIN_VALUE};
    return new CellResult(
        numbers,
        Map.of("scores", series),
        List.of(new Curve(3, new float[] {1, 2, 3, 4, 5, 6}), new Curve(0, new float[0])),
        Map.of("reasons", List.of("λ = 1, \"too much\"", ""), "none", List.of()));
  }

  /** Everything in a result, as text that tells all numbers apart. */
  private static String text(CellResult result) {
    StringBuilder text = new StringBuilder(result.numbers().toString());
    result.series().forEach((name, values) -> text.append(name).append(Arrays.toString(values)));
    result.curves().forEach(c -> text.append(c.firstStep()).append(Arrays.toString(c.values())));
    result.texts().forEach((name, lines) -> text.append(name).append(lines));
    return text.toString();
  }

  /** Files of studies without texts are as they were before there were any. */
  @Test
  void whereThereAreNoTextsNothingIsSaidOfThem() {
    CellResult result = new CellResult(Map.of("a", 1.0), Map.of(), List.of());
    assertThat(new String(CellFile.encode(KEY, result), StandardCharsets.UTF_8))
        .doesNotContain("texts");
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    byte[] bytes = CellFile.encode(KEY, result());
    CellResult read = CellFile.decode(KEY, bytes);
    assertThat(text(read)).isEqualTo(text(result()));
    assertThat(CellFile.encode(KEY, read)).isEqualTo(bytes);
  }

  @Test
  void everyNotANumberIsWrittenAlike() {
    float other = Float.intBitsToFloat(0xffc12345);
    assertThat(CellFile.encode(KEY, series(other)))
        .isEqualTo(CellFile.encode(KEY, series(Float.NaN)));
  }

  private static CellResult series(float value) {
    return new CellResult(Map.of(), Map.of("x", new float[] {value}), List.of());
  }

  /** More characters than Jackson takes for one text by itself. */
  @Test
  void aLongCurveIsReadBack() throws IOException {
    Curve curve = new Curve(0, new float[650_000 * Metric.values().length]);
    byte[] bytes = CellFile.encode(KEY, CellResult.of(List.of(curve)));
    assertThat(bytes.length).isGreaterThan(20_000_000);
    assertThat(CellFile.decode(KEY, bytes).curves().get(0).steps()).isEqualTo(650_000);
  }

  @Test
  void aFileThatIsCutShortIsRefused() {
    byte[] bytes = CellFile.encode(KEY, result());
    int withoutLineEnd = bytes.length - 1;
    for (int length = 0; length < withoutLineEnd; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CellFile.decode(KEY, cut)).isInstanceOf(IOException.class);
    }
  }

  /** A changed byte is found, or it is one that means nothing, such as a blank. */
  @Test
  void noChangedByteChangesTheResult() {
    byte[] bytes = CellFile.encode(KEY, result());
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      try {
        assertThat(text(CellFile.decode(KEY, changed))).as("byte %d", i).isEqualTo(text(result()));
      } catch (IOException | IllegalArgumentException refused) {
        assertThat(refused).message().isNotBlank();
      }
    }
  }

  @Test
  void theFileOfAnotherCellIsRefused() {
    byte[] bytes = CellFile.encode(KEY, result());
    assertThatThrownBy(() -> CellFile.decode(CellKey.of("batch", 64), bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("it is of the cell '" + KEY + "'");
  }
}
