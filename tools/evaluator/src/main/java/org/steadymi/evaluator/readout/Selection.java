package org.steadymi.evaluator.readout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The read-outs to apply to one critic.
 *
 * @param readOuts each once, in the order of the output
 * @param own the one among them that is the value of the critic's own loss, where that is known
 */
public record Selection(List<ReadOut> readOuts, Optional<ReadOut> own) {
  /** The default set, none of them the critic's own. */
  public static final Selection DEFAULT = new Selection(ReadOuts.all(), Optional.empty());

  /** Drops repetitions. */
  public Selection {
    readOuts = List.copyOf(new LinkedHashSet<>(readOuts));
    if (own.isPresent() && !readOuts.contains(own.get())) {
      throw new IllegalArgumentException(
          "read-outs: the critic's own, %s, is not among them".formatted(own.get().id()));
    }
  }

  /** The same and more. */
  public Selection and(List<? extends ReadOut> more) {
    List<ReadOut> both = new ArrayList<>(readOuts);
    both.addAll(more);
    return new Selection(both, own);
  }

  /** The same with the read-out of the critic's own loss. */
  public Selection withOwn(ReadOut readOut) {
    return new Selection(and(List.of(readOut)).readOuts(), Optional.of(readOut));
  }

  /** The read-outs that batches of a layout allow. */
  public List<ReadOut> of(Layout layout) {
    return readOuts.stream().filter(readOut -> allows(layout, readOut)).toList();
  }

  private static boolean allows(Layout layout, ReadOut readOut) {
    return readOut.smallestBatch() <= layout.rows()
        && (layout.jointApart() || !readOut.independentMarginals());
  }
}
