package org.steadymi.benchmarks.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductsPeerTest {
  private static final int INNER = 4;

  /** The numbers are drawn as they lie in memory, the left matrix first. */
  @ParameterizedTest
  @ValueSource(strings = {"3x4x5:NN", "3x4x5:TN", "3x4x5:NT", "3x4x5:TT"})
  void multiplies(String text) {
    Product product = Product.parse(text);
    float[] left = new float[3 * INNER];
    float[] right = new float[INNER * 5];
    Random random = new Random(1);
    for (float[] values : List.of(left, right)) {
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * random.nextFloat() - 1;
      }
    }
    double expected = 0;
    for (int k = 0; k < INNER; k++) {
      int inLeft = product.left() == Product.Order.N ? k : 3 * k;
      int inRight = product.right() == Product.Order.N ? 5 * k : k;
      expected += (double) left[inLeft] * right[inRight];
    }
    try (ProductsPeer peer = new ProductsPeer(List.of(Product.square(2), product))) {
      // more than the graph holds, and not a multiple of it
      peer.prepare(130);
      // a rounding of each product and each sum of numbers up to 4
      assertThat(peer.run(130)).isCloseTo(expected, within(2 * INNER * 4 * Math.ulp(1f) / 2.0));
    }
  }
}
