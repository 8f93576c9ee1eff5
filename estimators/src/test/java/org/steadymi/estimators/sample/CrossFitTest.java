package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.estimators.baselines.Points;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;

/** What the critics of a fold depend on. */
class CrossFitTest {
  private static final int ROWS = 120;

  private static final Sample SAMPLE = Numbers.correlated(ROWS, 1, 0.8, 8);

  private static final EstimateOptions TWO_FOLDS = EstimateOptions.DEFAULTS.withFolds(2);

  private static Estimate estimate(Sample sample, EstimateOptions options) {
    return Estimate.of(new Variable(sample.x(), false), new Variable(sample.y(), false), options);
  }

  /** The sample, other numbers in some rows. */
  private static Sample withOthers(int... rows) {
    Points x = SAMPLE.x().select(all());
    Points y = SAMPLE.y().select(all());
    Points others = Numbers.normal(2 * ROWS, 1, 9);
    for (int row : rows) {
      x.values()[row] = 10 + 3 * others.values()[row];
      y.values()[row] = -5 * others.values()[ROWS + row];
    }
    return new Sample(x, y);
  }

  private static int[] all() {
    return java.util.stream.IntStream.range(0, ROWS).toArray();
  }

  /**
   * Nothing of the critics of a fold changes with the rows that it holds out, not their features,
   * the choice among them or a single bit; those of the other fold were fitted on these rows.
   */
  @ParameterizedTest
  @ValueSource(strings = {"normal", "js-radius"})
  void criticsNeverSawTheRowsThatTheyAreReadOn(String method) {
    EstimateOptions options = TWO_FOLDS.withMethod(method);
    Fold first = Fold.of(ROWS, 2, options.seed()).get(0);
    List<FoldEstimate> before = estimate(SAMPLE, options).folds();
    List<FoldEstimate> after = estimate(withOthers(first.heldOut()), options).folds();
    assertThat(after.get(0).choice()).isEqualTo(before.get(0).choice());
    assertThat(after.get(0).onTraining()).isEqualTo(before.get(0).onTraining());
    assertThat(after.get(0).nats()).isNotEqualTo(before.get(0).nats());
    assertThat(after.get(1).choice().tried()).isNotEqualTo(before.get(1).choice().tried());
  }

  /** Of five networks and three with another seed; without a critic there is no estimate. */
  @Test
  void withoutTimeEveryFoldFitsOneCritic() {
    Queue<String> fitted = new ConcurrentLinkedQueue<>();
    EstimateOptions options = TWO_FOLDS.withMethod("js").withBudget(Duration.ZERO);
    Estimation estimation =
        Estimation.of(
            new Variable(SAMPLE.x(), false),
            new Variable(SAMPLE.y(), false),
            options,
            (done, total, what) -> fitted.add(done + " of " + total));
    assertThat(fitted).containsExactlyInAnyOrder("1 of 16", "2 of 16");
    for (FoldEstimate fold : estimation.estimate().folds()) {
      assertThat(fold.choice().tried()).containsOnlyKeys("js-scores");
      assertThat(fold.choice().critics()).startsWith("js-scores");
      assertThat(fold.nats()).isFinite();
    }
  }

  @Test
  void moreTimeThanIsNeededChangesNothing() {
    EstimateOptions options = TWO_FOLDS.withMethod("normal");
    Estimate without = estimate(SAMPLE, options);
    Estimate within = estimate(SAMPLE, options.withBudget(Duration.ofDays(1)));
    assertThat(within.folds()).isEqualTo(without.folds());
    assertThat(within.folds().get(0).choice().tried()).containsOnlyKeys("normal", "normal-radial");
    assertThat(within.interval()).isEqualTo(without.interval());
    assertThat(within.pointwise()).containsExactly(without.pointwise());
    assertThat(within.judgement()).isEqualTo(without.judgement());
  }

  /** Fits nothing, and ends once it is interrupted and the caller waits for that. */
  private static final class Waiting implements Candidate {
    private final Thread caller;
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile boolean ended;

    Waiting(Thread caller) {
      this.caller = caller;
    }

    @Override
    public String name() {
      return "waiting";
    }

    @Override
    public boolean random() {
      return false;
    }

    @Override
    public Fitted fit(FittingRows rows, int seed) {
      begun.countDown();
      try {
        new CountDownLatch(1).await(1, TimeUnit.MINUTES);
      } catch (InterruptedException told) {
        while (caller.getState() == Thread.State.RUNNABLE) {
          Thread.onSpinWait();
        }
        ended = true;
      }
      throw new CancellationException("waited");
    }
  }

  @Test
  void anEstimateThatIsInterruptedEndsAfterItsCritics() throws InterruptedException {
    Waiting candidate = new Waiting(Thread.currentThread());
    CrossFit fits =
        new CrossFit(SAMPLE, List.of(candidate), TWO_FOLDS.withThreads(1), EstimationProgress.NONE);
    Thread interrupter =
        new Thread(
            () -> {
              try {
                candidate.begun.await();
              } catch (InterruptedException never) {
                throw new AssertionError(never);
              }
              candidate.caller.interrupt();
            });
    interrupter.start();
    assertThatThrownBy(fits::readings)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("estimate: interrupted");
    boolean ended = candidate.ended;
    assertThat(Thread.interrupted()).isTrue();
    interrupter.join();
    assertThat(ended).isTrue();
  }
}
