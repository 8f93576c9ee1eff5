package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.Candidate.FittingRows;

/**
 * Dependences of log 2 nats that a correlation does not show: a bit that X determines is one of two
 * bits of Y, the others are independent of it.
 */
class NetworkInputsTest {
  private static final int TRAINING = 500;
  private static final int SELECTION = 200;
  private static final int HELD_OUT = 400;

  /** What a critic that takes one bit in ten for the other still tells: log 2 − H(0.1). */
  private static final double ONE_IN_TEN_WRONG =
      Math.log(2) + 0.1 * Math.log(0.1) + 0.9 * Math.log(0.9);

  /**
   * Of n training rows a correlation of chance is 1/√n, and its mean product over m held-out rows
   * errs by 1/√m; four of each make 16/√(n m), and the half of 16/n.
   */
  private static final double BY_CHANCE =
      16 / Math.sqrt((double) TRAINING * HELD_OUT) + 8.0 / TRAINING;

  private enum Shared {
    /** |x| says the sign of y, which is normal: how far out y lies tells nothing. */
    SIGN_OF_Y {
      @Override
      double y(boolean outside, double distance, SplittableRandom random) {
        return outside ? distance : -distance;
      }
    },
    /** |x| says which of two scales y has: its sign tells nothing. */
    SCALE_OF_Y {
      @Override
      double y(boolean outside, double distance, SplittableRandom random) {
        double size = outside ? 8 + distance : distance / 8;
        return random.nextBoolean() ? size : -size;
      }
    };

    abstract double y(boolean outside, double distance, SplittableRandom random);
  }

  /**
   * x is uniform in ±[0.1, 0.9] or, in every other row, in ±[1.1, 1.9]. Two rows have the same
   * distance, so that the median of y is next to 0: a radius from elsewhere would tell signs.
   */
  private static Sample sample(Shared shared) {
    SplittableRandom random = new SplittableRandom(12);
    double[] x = new double[TRAINING + SELECTION + HELD_OUT];
    double[] y = new double[x.length];
    double distance = 0;
    for (int i = 0; i < x.length; i++) {
      boolean outside = i % 2 == 1;
      double size = random.nextDouble(0.1, 0.9) + (outside ? 1 : 0);
      x[i] = random.nextBoolean() ? size : -size;
      distance = outside ? distance : Math.abs(random.nextGaussian());
      y[i] = shared.y(outside, distance, random);
    }
    return new Sample(Points.column(x), Points.column(y));
  }

  private static Sample rows(Sample all, int from, int to) {
    return all.select(IntStream.range(from, to).toArray());
  }

  /** The value on held-out rows of a method's only, or first, candidate. */
  private static HeldOutScores heldOut(String method, Sample all) {
    Sample training = rows(all, 0, TRAINING);
    Sample selection = rows(all, TRAINING, TRAINING + SELECTION);
    FittingRows fitting = new FittingRows(Features.of(training), training, selection);
    Fitted fitted = Methods.candidates(method).get(0).fit(fitting, 1);
    Sample heldOut = rows(all, TRAINING + SELECTION, all.count());
    return new HeldOutScores(fitted.critic().scores(heldOut, CriticScorer.LARGE_BLOCK));
  }

  @ParameterizedTest
  @CsvSource({
    "js-scores, SIGN_OF_Y",
    "js-standardised, SIGN_OF_Y",
    "js-variates, SIGN_OF_Y",
    "js-radial, SIGN_OF_Y",
    "js-radius, SCALE_OF_Y"
  })
  void everyInputSeesWhatNoCorrelationShows(String method, Shared shared) {
    Sample sample = sample(shared);
    assertThat(heldOut("normal", sample).value()).isCloseTo(0, within(BY_CHANCE));
    assertThat(heldOut(method, sample).value()).isGreaterThan(ONE_IN_TEN_WRONG);
  }

  /** Every other input has the radius, too: here it is of no use to them alone. */
  @Test
  void theRadiusHasNoSign() {
    HeldOutScores scores = heldOut("js-radius", sample(Shared.SIGN_OF_Y));
    assertThat(scores.value()).isLessThan(BY_CHANCE);
  }
}
