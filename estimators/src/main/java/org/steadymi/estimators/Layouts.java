package org.steadymi.estimators;

import java.util.OptionalDouble;
import org.steadymi.datasets.LabelledDraws;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.losses.Layout;
import org.steadymi.graphs.losses.Loss;

/** What the pairing of a batch means for a loss. */
public final class Layouts {
  private Layouts() {}

  /** How the scores of a batch that is paired that way lie. */
  public static Layout of(Pairing pairing) {
    return switch (pairing) {
      case MATRIX -> Layout.MATRIX;
      case INDEPENDENT -> Layout.SEPARATE;
      case LABELS -> Layout.LABELS;
      case SAME_LABEL -> Layout.SAME_LABEL;
    };
  }

  /**
   * Refuses a loss that needs more of a batch than the pairing gives.
   *
   * @throws SpecException with one line
   */
  public static void require(Loss loss, Pairing pairing) {
    of(pairing)
        .refusal(loss.needs())
        .ifPresent(
            why -> {
              throw new SpecException("loss %s: %s; use another loss".formatted(loss.name(), why));
            });
  }

  /** The most that the value of a loss can be for batches of K, in nats, where there is a limit. */
  public static OptionalDouble ceiling(Loss loss, PairSource data, Pairing pairing, int batch) {
    int classes = data.labelledDraws().map(LabelledDraws::classes).orElse(0);
    return loss.bound().properties().ceilingAt(of(pairing), batch, classes);
  }
}
