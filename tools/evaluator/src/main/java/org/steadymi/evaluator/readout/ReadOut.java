package org.steadymi.evaluator.readout;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A way to read mutual information, in nats, off the scores of a critic. */
public sealed interface ReadOut
    permits DonskerVaradhan, Smile, InfoNce, Nwj, Tuba, Flo, Discriminator {
  /** The stable name in files, for example {@code dv}. */
  String id();

  /** The name for people, a word or two. */
  String title();

  /** The formula in J, M and T. */
  String equation();

  /** The losses, by their base name without a {@code re}, whose own value this is; may be none. */
  Set<String> losses();

  /** What the number is. */
  Claim claim();

  /** The formula: the value in nats, infinite or NaN where the terms are. */
  double value(ScoreTerms t);

  /** The fewest pairs in a batch that the formula can be read off. */
  default int smallestBatch() {
    return 2;
  }

  /** Whether the marginal pairs of a row must be drawn independently of its joint pair. */
  default boolean independentMarginals() {
    return false;
  }

  /**
   * The largest value the formula can give, where there is one.
   *
   * @param contrasted N of {@link Layout#contrasted()}
   */
  default OptionalDouble ceiling(int contrasted) {
    return OptionalDouble.empty();
  }

  /**
   * Whether the formula is linear in the means of a batch, so that averaging values and pooling
   * scores give the same number, as long as batches hold equally many joint pairs.
   */
  default boolean linear() {
    return false;
  }

  /** The clip τ that the formula needs of the marginal term, where it needs one. */
  default Optional<Double> clip() {
    return Optional.empty();
  }
}
