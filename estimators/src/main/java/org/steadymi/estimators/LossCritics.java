package org.steadymi.estimators;

import java.util.Set;
import org.steadymi.datasets.Densities;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.KnownCritic;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Properties.Need;

/**
 * What a loss trains on a source: a critic, or a density that the source knows, and its own terms.
 */
public final class LossCritics {
  private LossCritics() {}

  /**
   * The critic that a loss trains.
   *
   * @param chosen what it trains unless it needs a known density in its place
   * @throws SpecException with one line, if the loss needs a density that the source does not know
   */
  public static Critic of(PairSource data, Critic chosen, Loss loss) {
    Set<Need> needs = loss.bound().properties().needs();
    Critic given = chosen;
    if (needs.contains(Need.CONDITIONAL)) {
      Densities known = densities(data, "loss " + loss.name(), "p(y | x)");
      given = known(data, "p(y | x)", known::logConditional, known::logConditionalMatrix);
    } else if (needs.contains(Need.MARGINAL)) {
      Densities known = densities(data, "loss " + loss.name(), "p(x)");
      given =
          known(
              data,
              "1/p(x)",
              (tf, x, y) -> tf.math.neg(known.logMarginalX(tf, x)),
              (tf, x, y) -> tf.math.neg(tf.expandDims(known.logMarginalX(tf, x), tf.constant(-1))));
    }
    return loss.bound().critic(given);
  }

  /**
   * The optimal critic log p(x, y) / p(x) p(y) of a source.
   *
   * @param purpose what needs it, for the message
   * @throws SpecException with one line, if the source does not know its densities
   */
  public static Critic optimal(PairSource data, String purpose) {
    Densities known = densities(data, purpose, "log p(x, y)/p(x)p(y)");
    return known(data, "log ratio", known::logRatio, known::logRatioMatrix);
  }

  private static Critic known(
      PairSource data, String kind, KnownCritic.Scorer aligned, KnownCritic.Scorer allPairs) {
    return new KnownCritic(kind, data.xSize(), data.ySize(), aligned, allPairs);
  }

  private static Densities densities(PairSource data, String purpose, String density) {
    return data.densities()
        .orElseThrow(
            () ->
                new SpecException(
                    "%s: needs the density %s, which %s does not know; use gaussian"
                        .formatted(purpose, density, data.spec())));
  }
}
