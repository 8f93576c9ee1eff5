package org.steadymi.benchmarks.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.benchmarks.training.GaussianTask;

class StepProductsTest {
  /** Either tower forward and back, whose inputs learn nothing; the score matrix and its sides. */
  @Test
  void separableCriticHasThoseOfItsLayersTwice() {
    List<String> tower =
        List.of(
            "64x20x256:NN",
            "20x64x256:TN",
            "64x256x256:NN",
            "256x64x256:TN",
            "64x256x256:NT",
            "64x256x32:NN",
            "256x64x32:TN",
            "64x32x256:NT");
    List<String> matrix = List.of("64x32x64:NT", "64x64x32:NN", "64x64x32:TN");
    assertThat(StepProducts.of(GaussianTask.SEPARABLE, 256))
        .extracting(Product::text)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(tower, tower, matrix).flatMap(List::stream).toList());
  }

  /** The first layer sees 64 rows of either side, the others every pair. */
  @Test
  void concatCriticHasThoseOfEveryPair() {
    assertThat(StepProducts.of(GaussianTask.CONCAT, 16))
        .extracting(Product::text)
        .containsExactlyInAnyOrder(
            "64x20x16:NN",
            "64x20x16:NN",
            "20x64x16:TN",
            "20x64x16:TN",
            "4096x16x16:NN",
            "16x4096x16:TN",
            "4096x16x16:NT",
            "4096x16x1:NN",
            "16x4096x1:TN",
            "4096x1x16:NT");
  }

  @Test
  void textIsReadBack() {
    Product product = new Product(3, 4, 5, Product.Order.N, Product.Order.T);
    assertThat(product.operations()).isEqualTo(120);
    assertThat(Product.parse(product.text())).isEqualTo(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3x4:NN", "3x4x5", "3x4x5:NX", "3x4x5:NNN"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Product.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("found '" + text + "'");
  }
}
