package org.steadymi.estimators.sample.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.EstimationProgress;
import org.steadymi.estimators.sample.Variable;
import org.steadymi.estimators.sample.Verdict;

class ExtrapolationTest {
  private static final double ERROR = 0.01;

  private static Level level(double rows, double... values) {
    return new Level(rows, Arrays.stream(values).mapToObj(v -> new Measured(v, ERROR)).toList());
  }

  @Test
  void aMeanHasTheErrorsOfItsPartsOrTheirDeviationWhicheverIsMore() {
    Measured calm = level(100, 1, 1).mean();
    assertThat(calm.nats()).isEqualTo(1);
    assertThat(calm.error()).isCloseTo(ERROR / Math.sqrt(2), within(1e-12));
    // deviation √2 of two values that are 2 apart, over √2
    assertThat(level(100, 0, 2).mean().error()).isCloseTo(1, within(1e-12));
    assertThat(level(100, 1).mean().error()).isEqualTo(ERROR);
  }

  @Test
  void aLineInInverseRowsIsFollowedToItsEnd() {
    // 1 − 20/rows
    Extrapolation found =
        Extrapolation.of(
            List.of(level(400, 0.95), level(200, 0.9, 0.9), level(100, 0.8, 0.8, 0.8, 0.8)),
            Verdict.TRUSTWORTHY);
    assertThat(found.value().orElseThrow().nats()).isCloseTo(1, within(1e-12));
    assertThat(found.perInverseRow().nats()).isCloseTo(-20, within(1e-9));
    double half = 1.96 * found.limit().error();
    assertThat(found.interval().lower()).isCloseTo(1 - half, within(1e-12));
    assertThat(found.interval().upper()).isCloseTo(1 + half, within(1e-12));
    assertThat(found.sentence()).startsWith("extrapolated to 1/rows = 0: 1.000 ± 0.0");
  }

  /** Scores of a part may be no numbers though those of the table are. */
  @Test
  void whatIsNoNumberIsRefused() {
    Extrapolation found =
        Extrapolation.of(
            List.of(level(400, 1), level(200, 1, 1), level(100, 1, Double.NaN, 1, 1)),
            Verdict.TRUSTWORTHY);
    assertThat(found.value()).isEmpty();
    assertThat(found.sentence())
        .isEqualTo("not extrapolated: the estimate of the table or of a part of it is no number");
  }

  @Test
  void aBendIsRefused() {
    Extrapolation bent =
        Extrapolation.of(
            List.of(level(400, 1), level(200, 1, 1), level(100, 0.8, 0.8, 0.8, 0.8)),
            Verdict.TRUSTWORTHY);
    assertThat(bent.value()).isEmpty();
    assertThat(bent.refusals())
        .singleElement()
        .asString()
        .startsWith("the estimates are not on a line in 1/rows within their errors: χ² = ");
  }

  @Test
  void aLongWayIsRefused() {
    // 1.3 − 120/rows
    Extrapolation far =
        Extrapolation.of(
            List.of(level(400, 1), level(200, 0.7, 0.7), level(100, 0.1, 0.1, 0.1, 0.1)),
            Verdict.TRUSTWORTHY);
    assertThat(far.sentence())
        .isEqualTo(
            "not extrapolated: the line goes from 1.000 to 1.300 nats, more than 25 %: more rows are"
                + " needed");
  }

  @Test
  void anEstimateThatIsNotSoundIsRefused() {
    List<Level> levels = List.of(level(400, 1), level(200, 1, 1), level(100, 1, 1, 1, 1));
    assertThat(Extrapolation.of(levels, Verdict.INDEPENDENT).refusals())
        .containsExactly("the verdict on the table is: X and Y look independent");
    assertThat(Extrapolation.of(levels, Verdict.TOO_LITTLE_DATA).refusals()).isEmpty();
  }

  @Test
  void numbersWithoutErrorsAreNoHindrance() {
    List<Level> levels =
        IntStream.of(1, 2, 4).mapToObj(k -> new Level(400.0 / k, List.of(Measured.ZERO))).toList();
    assertThat(Extrapolation.of(levels, Verdict.TRUSTWORTHY).limit().nats()).isEqualTo(0);
  }

  @Test
  void twoQuartersMakeAHalf() {
    double[] numbers = IntStream.range(0, 203).asDoubleStream().toArray();
    Variable column = new Variable(Points.column(numbers), false);
    List<List<Observed>> nested = Extrapolation.nested(new Observed("it", column, column), 5);
    assertThat(nested.get(1).stream().mapToInt(Observed::count)).containsExactly(101, 102);
    assertThat(nested.get(2).stream().mapToInt(Observed::count)).containsExactly(50, 51, 51, 51);
    assertThat(rows(nested.get(2).subList(0, 2))).isEqualTo(rows(nested.get(1).subList(0, 1)));
    assertThat(rows(nested.get(1))).hasSize(203);
  }

  private static Set<Double> rows(List<Observed> parts) {
    return parts.stream()
        .flatMap(part -> Arrays.stream(part.y().values().values()).boxed())
        .collect(Collectors.toSet());
  }

  @Test
  void quartersNeedFiftyRows() {
    Variable few = new Variable(Points.column(new double[199]), false);
    assertThatThrownBy(
            () -> Extrapolation.of(few, few, EstimateOptions.DEFAULTS, EstimationProgress.NONE))
        .hasMessage("extrapolate: expected 200 rows or more for 5 folds, found 199");
  }

  /** Normal pairs of correlation 0.8, which the method knows: nothing is left to learn. */
  @Test
  void theClosedFormNeedsNoMoreRows() {
    Correlated pairs = Correlated.of(400, 0.8, 2);
    Extrapolation found =
        Extrapolation.of(pairs.x(), pairs.y(), Quick.OPTIONS, EstimationProgress.NONE);
    double truth = -0.5 * Math.log1p(-0.64);
    assertThat(found.levels().stream().mapToInt(level -> level.parts().size()))
        .containsExactly(1, 2, 4);
    assertThat(found.limit().nats()).isCloseTo(truth, within(3 * found.limit().error()));
    assertThat(found.limit().error()).isBetween(0.02, 0.2);
  }
}
