package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

class RowMapTest {
  private static final double SINGLE = 2e-5;
  private static final double DOUBLE = 1e-12;

  static Stream<Arguments> maps() {
    Points rows = Numbers.normal(500, 3, 1);
    Points heavy = new Points(rows.values().clone(), 3);
    for (int i = 0; i < heavy.values().length; i++) {
      heavy.values()[i] = Math.sinh(4 * heavy.values()[i]);
    }
    SideFeatures features = SideFeatures.of(heavy);
    return Stream.of(
        Arguments.of("standard", Scaling.standard(rows), rows),
        Arguments.of("robust", Scaling.robust(heavy), heavy),
        Arguments.of("normal scores", NormalScores.fit(rows), rows),
        Arguments.of("normal scores of heavy tails", NormalScores.fit(heavy), heavy),
        Arguments.of(
            "normal scores of few values",
            NormalScores.fit(Points.of(new double[][] {{1, 2, 5}, {1, 3, 5}, {2, 4, 5}})),
            rows),
        Arguments.of("radius", new Radius(3), rows),
        Arguments.of("radial products", new RadialProducts(3), rows),
        Arguments.of("clip", new Clip(3, 0.7), rows),
        Arguments.of(
            "projection", new Projection(new double[][] {{1, 0.5}, {-2, 1}, {0, 3}}), rows),
        Arguments.of("standardised", features.standardised(), heavy),
        Arguments.of("scores", features.scores(), heavy),
        Arguments.of("radii", features.radii(), heavy),
        Arguments.of("products", features.products(), heavy));
  }

  /** Ten symbols, one-hot, as many rows of each: all are as far out, but for rounding. */
  @Test
  void whatIsConstantButForRoundingIsZero() {
    double[] values = new double[340 * 10];
    for (int row = 0; row < 340; row++) {
      values[row * 10 + row % 10] = 1;
    }
    Points symbols = new Points(values, 10);
    RowMap radii = SideFeatures.of(symbols).radii();
    Points others = Numbers.normal(5, 10, 3);
    assertThat(radii.of(symbols).values()).hasSize(680).containsOnly(0, -0.0);
    assertThat(radii.of(others).values()).hasSize(10).containsOnly(0, -0.0);
    assertThat(inGraph(radii, others)).hasSize(10).containsOnly(0, -0f);
  }

  /** Nine in ten are 0: the quartiles are the same, the column is not constant. */
  @Test
  void manyEqualNumbersAreNoConstant() {
    Points rows = Points.column(0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
    assertThat(Scaling.robust(rows).of(rows).values()).isEqualTo(rows.values());
    assertThat(Scaling.standard(rows).of(rows).at(9, 0)).isCloseTo(3, within(DOUBLE));
  }

  /** Values that differ in double and are all 0 as floats. */
  @Test
  void widthsThatFloatsDoNotHoldDivideNothingByZero() {
    Points tiny = Points.column(0, 0, 0, 1e-200);
    for (RowMap map : List.of(NormalScores.fit(tiny), Scaling.standard(tiny))) {
      assertThat((double) inGraph(map, Points.column(0))[0])
          .isCloseTo(map.of(Points.column(0)).at(0, 0), within(1.0));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("maps")
  void theGraphSaysTheSame(String name, RowMap map, Points rows) {
    Points expected = map.of(rows);
    assertThat(expected.width()).as(name).isEqualTo(map.outputs());
    float[] found = inGraph(map, rows);
    assertThat(found).hasSize(expected.values().length);
    for (int i = 0; i < found.length; i++) {
      double value = expected.values()[i];
      assertThat((double) found[i]).isCloseTo(value, within(SINGLE * Math.max(1, Math.abs(value))));
    }
  }

  private static float[] inGraph(RowMap map, Points rows) {
    float[] floats = new float[rows.values().length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) rows.values()[i];
    }
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> in =
          tf.placeholder(
              TFloat32.class, Placeholder.shape(Shape.of(Shape.UNKNOWN_SIZE, rows.width())));
      var out = map.of(tf, in);
      try (Session session = new Session(graph);
          TFloat32 tensor =
              TFloat32.tensorOf(
                  Shape.of(rows.count(), rows.width()),
                  org.tensorflow.ndarray.buffer.DataBuffers.of(floats));
          Result result = session.runner().feed(in, tensor).fetch(out).run()) {
        TFloat32 values = (TFloat32) result.get(0);
        float[] copy = new float[Math.toIntExact(values.size())];
        values.asRawTensor().data().asFloats().read(copy);
        return copy;
      }
    }
  }

  /** Φ⁻¹ at 1/6, 1/2, 5/6, and of two equal values in the middle of them. */
  @Test
  void normalScoresOfThreeValues() {
    NormalScores scores = NormalScores.fit(Points.column(30, 10, 20));
    assertThat(scores.of(Points.column(10, 20, 30, 15, -5, 99)).values())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(
            -0.967421566101701,
            0,
            0.967421566101701,
            -0.967421566101701 / 2,
            -0.967421566101701,
            0.967421566101701);
    NormalScores tied = NormalScores.fit(Points.column(1, 1, 2, 2));
    assertThat(tied.of(Points.column(1, 2)).values())
        .usingComparatorWithPrecision(1e-9)
        .containsExactly(-0.674489750196082, 0.674489750196082); // Φ⁻¹(¼), Φ⁻¹(¾)
  }

  @Test
  void normalScoresOfAConstantAreNothing() {
    assertThat(NormalScores.fit(Points.column(7, 7, 7)).of(Points.column(7, 8)).values())
        .containsExactly(0, 0);
  }

  /** The scores of exponentials of the values are those of the values. */
  @Test
  void normalScoresDoNotChangeUnderAGrowingMap() {
    Points rows = Numbers.normal(40, 1, 3); // fewer values than knots: no value lies between
    double[] exponentials = java.util.Arrays.stream(rows.values()).map(Math::exp).toArray();
    Points grown = new Points(exponentials, 1);
    assertThat(NormalScores.fit(grown).of(grown).values())
        .usingComparatorWithPrecision(DOUBLE)
        .containsExactly(NormalScores.fit(rows).of(rows).values());
  }

  @Test
  void normalScoresOfManyValuesAreNormal() {
    Points rows = Numbers.normal(20_000, 1, 4);
    Points cubes =
        new Points(java.util.Arrays.stream(rows.values()).map(v -> v * v * v).toArray(), 1);
    double[] scores = NormalScores.fit(cubes).of(cubes).values();
    double mean = java.util.Arrays.stream(scores).average().orElseThrow();
    double square = java.util.Arrays.stream(scores).map(v -> v * v).average().orElseThrow();
    double fourth = java.util.Arrays.stream(scores).map(v -> v * v * v * v).average().orElseThrow();
    assertThat(mean).isCloseTo(0, within(0.02));
    assertThat(square).isCloseTo(1, within(0.02));
    assertThat(fourth).isCloseTo(3, within(0.15));
  }

  @Test
  void mapsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> new Radius(3).then(new Clip(2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row map: expected 2 numbers, found 1");
    assertThatThrownBy(() -> new Radius(3).beside(new Radius(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row map: expected rows of 3, found 2");
  }
}
