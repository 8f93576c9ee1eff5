package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.graphs.critics.KnownCritic;

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
    List<Fitted> all = Arrays.stream(FACTORS).mapToObj(factor -> fit(rows, factor)).toList();
    return all.stream().max(Comparator.comparingDouble(Fitted::value)).orElseThrow();
  }

  private Fitted fit(FittingRows rows, double factor) {
    Features features = rows.features();
    Variates variates = radial ? features.radial() : features.linear();
    int count = Math.min(variates.count(), features.linear().count());
    CanonicalTerm term =
        new CanonicalTerm(Arrays.copyOf(variates.correlations(), count)).times(factor);
    KnownCritic critic =
        new KnownCritic(
            name(),
            variates.count(),
            variates.count(),
            (tf, x, y) -> term.aligned(tf, parameter -> null, x, y),
            (tf, x, y) -> term.allPairs(tf, parameter -> null, x, y));
    MappedCritic mapped = new MappedCritic(variates.x(), variates.y(), critic);
    Fitted fitted = new Fitted(name(), mapped, new float[0], 0, Double.NaN, NOT_TRAINED, List.of());
    return fitted.withValue(fitted.scores(rows.selection(), CriticScorer.SMALL_BLOCK).value());
  }
}
