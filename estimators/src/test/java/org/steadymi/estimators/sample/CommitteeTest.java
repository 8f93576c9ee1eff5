package org.steadymi.estimators.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.Pairs;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.Candidate.FittingRows;
import org.steadymi.graphs.critics.ParameterLayout;

class CommitteeTest {
  private static final NetworkCandidate.Recipe SHORT =
      new NetworkCandidate.Recipe(
          16,
          2e-3,
          new NetworkCandidate.Batches(64, 32),
          new NetworkCandidate.Schedule(200, 50, 3));

  private static Sample selection;
  private static Sample others;
  private static List<Fitted> critics;
  private static FittingRows fitting;

  @BeforeAll
  static void fit() {
    Sample all = Numbers.correlated(900, 2, 0.8, 5);
    int[] rows = java.util.stream.IntStream.range(0, 900).toArray();
    Sample training = all.select(java.util.Arrays.copyOfRange(rows, 0, 500));
    selection = all.select(java.util.Arrays.copyOfRange(rows, 500, 700));
    others = all.select(java.util.Arrays.copyOfRange(rows, 700, 900));
    fitting = new FittingRows(Features.of(training), training, selection);
    critics =
        List.of(
            new NormalCandidate(false).fit(fitting, 1),
            new NetworkCandidate(NetworkCandidate.Input.SCORES, "js", SHORT).fit(fitting, 1),
            new NetworkCandidate(NetworkCandidate.Input.RADIAL, "js", SHORT).fit(fitting, 2),
            new NetworkCandidate(NetworkCandidate.Input.VARIATES, "mine", SHORT).fit(fitting, 3));
  }

  @Test
  void noMemberAloneIsBetterOnTheSelectionRows() {
    Committee committee = Committee.of(critics, selection);
    critics.forEach(c -> assertThat(committee.value()).isGreaterThanOrEqualTo(c.value() - 1e-5));
    HeldOutScores again = committee.scores(selection, CriticScorer.SMALL_BLOCK);
    assertThat(again.value()).isCloseTo(committee.value(), within(1e-5));
  }

  @Test
  void itsScoresAreTheMeanWithinItsRange() {
    Committee committee = new Committee(Map.of(critics.get(0), 3, critics.get(1), 1), 0, -2, 1.5f);
    double[] first = joint(critics.get(0));
    double[] second = joint(critics.get(1));
    double[] found = committee.scores(others, CriticScorer.SMALL_BLOCK).joint();
    int cut = 0;
    for (int i = 0; i < found.length; i++) {
      double mean = 0.75 * first[i] + 0.25 * second[i];
      cut += mean < -2 || mean > 1.5 ? 1 : 0;
      assertThat(found[i]).isCloseTo(Math.max(-2, Math.min(1.5, mean)), within(1e-5));
    }
    assertThat(cut).isPositive();
  }

  private static double[] joint(Fitted critic) {
    return new HeldOutScores(critic.critic().scores(others, CriticScorer.SMALL_BLOCK)).joint();
  }

  /**
   * As one critic of the rows themselves it scores in one graph what its members score in memory.
   */
  @Test
  void asOneCriticItScoresTheSame() {
    Committee committee = Committee.of(critics, selection);
    CommitteeCritic critic = new CommitteeCritic(committee);
    Pairs raw = others.mapped(Scaling.none(others.x().width()), Scaling.none(others.y().width()));
    ParameterLayout layout = new ParameterLayout(critic.parameters());
    try (CriticScorer scorer = new CriticScorer(critic, layout)) {
      double[] expected = committee.scores(others, CriticScorer.SMALL_BLOCK).joint();
      double[] found =
          new HeldOutScores(scorer.scores(critic.values(), raw, CriticScorer.SMALL_BLOCK)).joint();
      assertThat(found).usingComparatorWithPrecision(1e-4).containsExactly(expected);
    }
  }

  /** Those with a baseline of their own, a moving average, or all pairs of a batch, too. */
  @ParameterizedTest
  @ValueSource(strings = {"infonce", "tuba:variant=learned", "tuba:variant=ema", "ialpha", "nwj"})
  void everyLossTrainsACriticThatIsReadLikeAnyOther(String loss) {
    Fitted fitted =
        new NetworkCandidate(NetworkCandidate.Input.SCORES, loss, SHORT).fit(fitting, 1);
    double again = fitted.critic().scores(selection, CriticScorer.SMALL_BLOCK).value();
    assertThat(fitted.value()).isPositive();
    assertThat(again).isCloseTo(fitted.value(), within(1e-5));
  }

  /** The objective as printed rises with the level of the critic, which is slow to explode here. */
  @Test
  void aCriticWhoseLevelRunsAwayIsSaidToDrift() {
    NetworkCandidate.Recipe slow =
        new NetworkCandidate.Recipe(
            16, 2e-4, SHORT.batches(), new NetworkCandidate.Schedule(400, 50, 8));
    Fitted fitted =
        new NetworkCandidate(NetworkCandidate.Input.SCORES, "mine:variant=log-sum-exp", slow)
            .fit(fitting, 1);
    assertThat(fitted.diagnosis().state()).isEqualTo(Diagnosis.State.DRIFTING);
  }

  @Test
  void itSaysWhoItsMembersAre() {
    assertThat(new Committee(Map.of(critics.get(0), 1), 0, -1, 1).describe()).isEqualTo("normal");
    assertThat(new Committee(Map.of(critics.get(2), 4), 0, -1, 1).describe())
        .isEqualTo("js-radial ×4");
  }
}
