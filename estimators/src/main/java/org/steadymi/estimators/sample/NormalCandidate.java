package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.Comparator;
import org.steadymi.datasets.Pairs;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.graphs.critics.KnownCritic;
import org.steadymi.graphs.critics.ParameterLayout;

/**
 * The log density ratio of a normal distribution of canonical variates, its correlations as they
 * are or less: the selection rows say how much less. Nothing is trained.
 *
 * @param radial whether the variates may turn and stretch with the radius
 */
record NormalCandidate(boolean radial) implements Candidate {
  private static final double[] FACTORS = {1, 0.97, 0.9, 0.75, 0.5};

  private static final Diagnosis NOT_TRAINED =
      new Diagnosis(Diagnosis.State.CONVERGED, 0, "in closed form");

  @Override
  public String name() {
    return radial ? "normal-radial" : "normal";
  }

  @Override
  public boolean random() {
    return false;
  }

  @Override
  public Fitted fit(FittingRows rows, int seed) {
    Features features = rows.features();
    Variates variates = radial ? features.radial() : features.linear();
    int count = Math.min(variates.count(), features.linear().count());
    CanonicalTerm full = new CanonicalTerm(Arrays.copyOf(variates.correlations(), count));
    Pairs selection = rows.selection().mapped(variates.x(), variates.y());
    return Arrays.stream(FACTORS)
        .mapToObj(factor -> fitted(variates, full.times(factor), selection, seed))
        .max(Comparator.comparingDouble(Fitted::rank))
        .orElseThrow();
  }

  private Fitted fitted(Variates variates, CanonicalTerm term, Pairs selection, int seed) {
    KnownCritic critic =
        new KnownCritic(
            name(),
            variates.count(),
            variates.count(),
            (tf, x, y) -> term.aligned(tf, parameter -> null, x, y),
            (tf, x, y) -> term.allPairs(tf, parameter -> null, x, y));
    float[] none = {};
    try (CriticScorer scorer = new CriticScorer(critic, new ParameterLayout(critic.parameters()))) {
      double value = scorer.scores(none, selection, CriticScorer.SMALL_BLOCK).value();
      MappedCritic mapped = new MappedCritic(variates.x(), variates.y(), critic);
      return new Fitted(name(), seed, new FixedCritic(mapped, none), value, NOT_TRAINED);
    }
  }
}
