package org.steadymi.datasets.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class MarginalMapTest {
  private static final RowArithmetic ROWS = new RowArithmetic();
  private static final Bimodal OF_X = new Bimodal(0.3, 0, 5);
  private static final Bimodal OF_Y = new Bimodal(0.5, -1, 3);

  static Stream<MarginalMap> increasing() {
    return Stream.concat(Stream.of(Elementwise.values()), Stream.of(OF_X, OF_Y));
  }

  @ParameterizedTest
  @MethodSource("increasing")
  void everyStepUpIsAStepUp(MarginalMap map) {
    double before = Double.NEGATIVE_INFINITY;
    for (int i = -700; i <= 700; i++) {
      double image = map.of(ROWS, new double[] {i / 100.0})[0];
      assertThat(image).as("%s of %s", map, i / 100.0).isGreaterThan(before);
      before = image;
    }
  }

  /**
   * Φ(2) from a table of the normal distribution to 15 digits; the wiggles by the sums of their
   * definition.
   */
  @ParameterizedTest
  @CsvSource({
    "NORMAL_CDF, 0, 0.5",
    "NORMAL_CDF, 2, 0.977249868051821",
    "NORMAL_CDF, -2, 0.022750131948179",
    "HALF_CUBE, 4, 8",
    "HALF_CUBE, -0.25, -0.125",
    "HALF_CUBE, 0, 0",
    "ASINH, 0.75, 0.693147180559945",
    "ASINH, -0.75, -0.693147180559945",
    "WIGGLY_X, 0, 0.1503400326385",
    "WIGGLY_Y, 0, -0.0716025915893",
    "WIGGLY_X, 1.3, 1.7010346006021",
    "WIGGLY_X, -2, -2.5083845577110",
    "WIGGLY_Y, 1.3, 0.9513030929934",
    "WIGGLY_Y, -2, -1.5600009372394",
  })
  void valuesOfTheDefinition(Elementwise map, double x, double expected) {
    assertThat(map.of(ROWS, new double[] {x})[0]).isCloseTo(expected, within(1e-9));
  }

  /** The image t of z solves F(t) = Φ(z), in the tails relatively to what is small. */
  @ParameterizedTest
  @MethodSource("modes")
  void bimodalSolvesItsEquation(Bimodal map) {
    for (int i = -80; i <= 80; i++) {
      double z = i / 10.0;
      double t = map.of(ROWS, new double[] {z})[0];
      double sign = z > 0 ? -1 : 1;
      double tail = map.weight() * cdf(sign * (t - map.first()));
      tail += (1 - map.weight()) * cdf(sign * (t - map.second()));
      assertThat(tail / cdf(sign * z)).as("z = %s", z).isCloseTo(1, within(1e-12));
    }
  }

  static Stream<Bimodal> modes() {
    return Stream.of(OF_X, OF_Y);
  }

  private static double cdf(double z) {
    return ROWS.normalCdf(new double[] {z})[0];
  }

  /** The length is the same, so the angle is known, and turning back gives the vector. */
  @ParameterizedTest
  @CsvSource({"2, 0", "3, 0", "3, 1", "5, 1", "25, 1"})
  void spiralTurnsBack(int dim, int plane) {
    double[] v = new double[dim];
    for (int i = 0; i < dim; i++) {
      v[i] = Math.sin(3 * i + 1) * 2;
    }
    double[] w = new Spiral(dim, plane).of(ROWS, v);
    double angle = ROWS.sum(ROWS.mul(w, w))[0] / dim;
    double[] back = w.clone();
    back[plane] = Math.cos(angle) * w[plane] + Math.sin(angle) * w[plane + 1];
    back[plane + 1] = -Math.sin(angle) * w[plane] + Math.cos(angle) * w[plane + 1];
    assertThat(w).isNotEqualTo(v);
    assertThat(back).containsExactly(v, within(1e-13));
  }

  /** (1, 0) by |v|²/2 = ½ radian, counter-clockwise. */
  @Test
  void spiralTurnsCounterClockwise() {
    assertThat(new Spiral(2, 0).of(ROWS, new double[] {1, 0}))
        .containsExactly(new double[] {Math.cos(0.5), Math.sin(0.5)}, within(1e-15));
  }

  /** 21 times the distance from the centre is t, and t gives u back. */
  @Test
  void swissRollUnrolls() {
    for (int i = 0; i <= 100; i++) {
      double u = i / 100.0;
      double[] point = SwissRoll.INSTANCE.of(ROWS, new double[] {u});
      double t = 21 * Math.hypot(point[0], point[1]);
      assertThat((t / (1.5 * Math.PI) - 1) / 2).isCloseTo(u, within(1e-14));
      assertThat(Math.cos(t - Math.atan2(point[1], point[0]))).isCloseTo(1, within(1e-13));
    }
  }

  static Stream<MarginalMap> all() {
    return Stream.concat(
        increasing(), Stream.of(new Spiral(4, 1), SwissRoll.INSTANCE, Identity.INSTANCE));
  }

  /**
   * Float32 has 24 bits: 2e-6 of the values is thirty of their roundings. Between the modes of the
   * mixtures the density is above 0.0057, so that rounding of F is multiplied by up to 180; the
   * angle of the spiral is up to 16, and three of its roundings turn a vector of length 8 by 2e-5.
   */
  @ParameterizedTest
  @MethodSource("all")
  void theGraphSaysWhatTheHostSays(MarginalMap map) {
    int width = map instanceof Spiral spiral ? spiral.dim() : 1;
    int rows = 100;
    float[] values = new float[rows * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (map == SwissRoll.INSTANCE ? i / 100.0 : 4 * Math.sin(i * 0.7));
    }
    float[] images = inGraph(map, values, rows, width);
    int out = map.width(width);
    assertThat(images).hasSize(rows * out);
    double tolerance = map instanceof Bimodal || map instanceof Spiral ? 3e-5 : 2e-6;
    for (int row = 0; row < rows; row++) {
      double[] v = new double[width];
      for (int i = 0; i < width; i++) {
        v[i] = values[row * width + i];
      }
      double[] expected = map.of(ROWS, v);
      for (int i = 0; i < out; i++) {
        assertThat((double) images[row * out + i])
            .isCloseTo(expected[i], within(tolerance * (1 + Math.abs(expected[i]))));
      }
    }
  }

  private static float[] inGraph(MarginalMap map, float[] values, int rows, int width) {
    Shape shape = Shape.of(rows, width);
    try (Graph graph = new Graph();
        TFloat32 fed = TFloat32.tensorOf(shape, DataBuffers.of(values))) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> in = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      Operand<TFloat32> image = tf.identity(map.of(new GraphArithmetic(tf), in));
      try (Session session = new Session(graph);
          Result result = session.runner().feed(in, fed).fetch(image).run()) {
        TFloat32 tensor = (TFloat32) result.get(0);
        float[] images = new float[(int) tensor.size()];
        tensor.copyTo(DataBuffers.of(images));
        return images;
      }
    }
  }
}
