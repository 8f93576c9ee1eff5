package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KsgTest {
  private static final int REPLICATES = 60;
  private static final double ROUNDING = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "FIRST, 1, 0.75, 1000",
    "FIRST, 1, 0, 1000",
    "FIRST, 2, 0.4, 1000",
    "SECOND, 1, 0.75, 1000",
    "SECOND, 1, 0, 1000",
    "SECOND, 2, 0.4, 1000"
  })
  void normalsOfKnownInformation(Ksg.Variant variant, int width, double correlation, int rows) {
    double truth = -width / 2.0 * Math.log(1 - correlation * correlation);
    var replicates =
        Drawn.Replicates.of(
            REPLICATES, seed -> nats(variant, Drawn.normal(rows, width, correlation, seed)));
    assertThat(replicates.mean()).isCloseTo(truth, within(4 * replicates.standardError()));
  }

  /** Strictly rising maps of a coordinate change neither side's information. */
  @ParameterizedTest
  @EnumSource(Ksg.Variant.class)
  void risingMapsLeaveTheInformation(Ksg.Variant variant) {
    double truth = -0.5 * Math.log(1 - 0.75 * 0.75);
    var replicates =
        Drawn.Replicates.of(
            REPLICATES,
            seed -> {
              Drawn drawn = Drawn.normal(1000, 1, 0.75, seed);
              return nats(
                  variant,
                  new Drawn(
                      map(drawn.x(), v -> Math.exp(v / 2)), map(drawn.y(), v -> Math.atan(v))));
            });
    assertThat(replicates.mean()).isCloseTo(truth, within(4 * replicates.standardError()));
  }

  @ParameterizedTest
  @CsvSource({
    "FIRST, 1, 3",
    "FIRST, 3, 1",
    "FIRST, 5, 4",
    "SECOND, 1, 3",
    "SECOND, 3, 1",
    "SECOND, 5, 4"
  })
  void equalsItsDefinition(Ksg.Variant variant, int width, int k) {
    for (int seed = 1; seed <= 5; seed++) {
      Drawn drawn = Drawn.normal(200, width, 0.6, seed);
      double found =
          new Ksg(variant, NeighbourSettings.DEFAULTS.withNeighbours(k))
              .estimate(drawn.x(), drawn.y())
              .nats();
      assertThat(found)
          .isCloseTo(BruteForce.ksg(variant, k, drawn.x(), drawn.y()), within(ROUNDING));
    }
  }

  @ParameterizedTest
  @CsvSource({"normal, linear", "heavy, linear"})
  void theFirstVariantIsThatOfScikitLearn(String x, String y) {
    var estimate = new Ksg(Ksg.Variant.FIRST).estimate(Reference.column(x), Reference.column(y));
    assertThat(estimate.nats())
        .isCloseTo(Reference.value("regression." + x + "." + y), within(ROUNDING));
    assertThat(estimate.name()).isEqualTo("ksg1");
    assertThat(estimate.rows()).isEqualTo(400);
    assertThat(estimate.notes()).isEmpty();
  }

  /** Where values repeat, either's jitter decides; means over seeds agree. */
  @Test
  void tiesAreBrokenAsInScikitLearn() {
    Points x = Reference.column("normal");
    Points y = Reference.column("rounded");
    var settings = NeighbourSettings.DEFAULTS.withThreads(1);
    var ours =
        Drawn.Replicates.of(
            200, seed -> new Ksg(Ksg.Variant.FIRST, settings.withSeed(seed)).estimate(x, y).nats());
    double theirError =
        Reference.value("regression.normal.rounded.deviation")
            / Math.sqrt(Reference.value("regression.normal.rounded.seeds"));
    assertThat(ours.mean())
        .isCloseTo(
            Reference.value("regression.normal.rounded.mean"),
            within(4 * Math.hypot(ours.standardError(), theirError)));
  }

  @Test
  void tiesAreReported() {
    Points x = Points.column(1, 2, 3, 4, 5, 6);
    Points y = Points.of(new double[][] {{1, 0}, {2, 0}, {1, 0}, {3, 0}, {4, 0}, {1, 0}});
    assertThat(new Ksg(Ksg.Variant.FIRST).estimate(x, y).notes())
        .containsExactly(
            "y, column 0 (from 0): 3 of 6 values occur more than once; jitter of 1.0E-10 standard"
                + " deviations, seed 1",
            "y, column 1 (from 0): 6 of 6 values occur more than once; jitter of 1.0E-10 standard"
                + " deviations, seed 1");
  }

  /** n_x is N − 1 for all samples, n_y is k − 1: ψ(k) + ψ(N) − ψ(N) − ψ(k). */
  @Test
  void aConstantTellsNothing() {
    Points constant = Points.column(new double[500]);
    Drawn drawn = Drawn.normal(500, 1, 0, 1);
    assertThat(new Ksg(Ksg.Variant.FIRST).estimate(constant, drawn.y()).nats())
        .isCloseTo(0, within(ROUNDING));
  }

  @ParameterizedTest
  @EnumSource(Ksg.Variant.class)
  void shiftsAndScalesAndTheOrderOfRowsDoNotMatter(Ksg.Variant variant) {
    Drawn drawn = Drawn.normal(2000, 2, 0.6, 3);
    double nats = nats(variant, drawn);
    Drawn moved = new Drawn(map(drawn.x(), v -> 40 + 8 * v), map(drawn.y(), v -> -0.01 * v));
    assertThat(nats(variant, moved)).isCloseTo(nats, within(ROUNDING));
    Drawn permuted = new Drawn(Drawn.permuted(drawn.x(), 7), Drawn.permuted(drawn.y(), 7));
    assertThat(nats(variant, permuted)).isCloseTo(nats, within(ROUNDING));
    assertThat(nats(variant, new Drawn(drawn.y(), drawn.x()))).isCloseTo(nats, within(ROUNDING));
  }

  @ParameterizedTest
  @CsvSource({"FIRST, 1", "FIRST, 3", "SECOND, 1", "SECOND, 3"})
  void threadsDoNotMatter(Ksg.Variant variant, int width) {
    Drawn drawn = Drawn.normal(5000, width, 0.6, 5);
    Points rounded = map(drawn.y(), v -> Math.rint(10 * v));
    double alone =
        new Ksg(variant, NeighbourSettings.DEFAULTS.withThreads(1))
            .estimate(drawn.x(), rounded)
            .nats();
    for (int threads = 2; threads <= 3; threads++) {
      assertThat(
              new Ksg(variant, NeighbourSettings.DEFAULTS.withThreads(threads))
                  .estimate(drawn.x(), rounded)
                  .nats())
          .isEqualTo(alone);
    }
  }

  @Test
  void thereAreNoMoreThreadsThanPiecesOfWork() {
    Drawn drawn = Drawn.normal(1500, 1, 0.6, 5);
    Ksg most =
        new Ksg(Ksg.Variant.FIRST, NeighbourSettings.DEFAULTS.withThreads(Integer.MAX_VALUE));
    assertThat(most.estimate(drawn.x(), drawn.y()).nats())
        .isEqualTo(nats(Ksg.Variant.FIRST, drawn));
  }

  @Test
  void tooFewRowsAreOneLine() {
    Ksg ksg = new Ksg(Ksg.Variant.SECOND);
    assertThat(ksg.estimate(Points.column(1, 2, 3, 4), Points.column(4, 2, 3, 1)).nats())
        .isFinite();
    assertThatThrownBy(() -> ksg.estimate(Points.column(1, 2, 3), Points.column(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ksg2: expected at least 4 rows, found 3");
    assertThatThrownBy(() -> ksg.estimate(Points.column(1, 2, 3, 4), Points.column(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ksg2: expected as many rows of y as of x, found 4 of x and 3 of y");
  }

  @Test
  void settingsAreChecked() {
    assertThatThrownBy(() -> NeighbourSettings.DEFAULTS.withNeighbours(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("neighbours: expected at least 1, found 0");
    assertThatThrownBy(() -> NeighbourSettings.DEFAULTS.withThreads(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads: expected at least 1, found -1");
  }

  private static double nats(Ksg.Variant variant, Drawn drawn) {
    return new Ksg(variant).estimate(drawn.x(), drawn.y()).nats();
  }

  private static Points map(Points points, DoubleUnaryOperator map) {
    return new Points(Arrays.stream(points.values()).map(map).toArray(), points.width());
  }
}
