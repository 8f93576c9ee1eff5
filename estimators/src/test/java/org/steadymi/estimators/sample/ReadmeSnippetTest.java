package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The README's snippet of an estimate, between its markers, as a user would write it. */
class ReadmeSnippetTest {
  private static final double NATS = -0.5 * Math.log(1 - 0.8 * 0.8);

  @Test
  void aRecordWithTheNumberAndItsVerdict() {
    Random random = new Random(3);
    double[][] x = new double[120][1];
    double[][] y = new double[120][1];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = random.nextGaussian();
      y[i][0] = 0.8 * x[i][0] + 0.6 * random.nextGaussian();
    }
    // snippet
    Estimate estimate = Estimate.of(x, y); // double[][]: a row of numbers for each observation
    double nats = estimate.nats();
    Estimate.Interval interval = estimate.interval(); // 95 %
    boolean believed = estimate.judgement().verdict() == Verdict.TRUSTWORTHY;
    double[] pointwise = estimate.pointwise(); // of each row, by critics that never saw it
    // end snippet
    assertThat(nats).isCloseTo(NATS, within(0.3)); // four errors of 0.8 / √120
    assertThat(interval.contains(NATS)).isTrue();
    assertThat(believed).isEqualTo(estimate.judgement().verdict().text().equals("trustworthy"));
    assertThat(pointwise).hasSize(120);
  }
}
