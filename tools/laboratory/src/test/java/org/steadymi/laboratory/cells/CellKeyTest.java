package org.steadymi.laboratory.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CellKeyTest {
  @Test
  void theOrderOfValuesDoesNotMatter() {
    assertThat(CellKey.of("loss", "mine", "batch", 100))
        .isEqualTo(CellKey.of(Map.of("batch", 100, "loss", "mine")))
        .hasToString("batch=100,loss=mine");
    assertThatThrownBy(() -> new CellKey(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesOfFilesAreSafeAndDifferent() {
    assertThat(CellKey.of("loss", "remine:lambda=0.1").fileName())
        .isEqualTo("loss=remine%3Alambda=0.1");
    assertThat(CellKey.of("a", "../x%2F").fileName()).isEqualTo("a=..%2Fx%252F");
    assertThat(CellKey.of("y", "y³").fileName()).isEqualTo("y=y%C2%B3");
  }
}
