package org.steadymi.evaluator.readout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The catalogue of read-outs. */
public final class ReadOuts {
  private static final List<ReadOut> ALL =
      List.of(
          new DonskerVaradhan(),
          new Smile(1),
          new Smile(5),
          new Smile(10),
          new InfoNce(),
          new Nwj(),
          new Tuba());

  private ReadOuts() {}

  /** Every read-out that a K×K score matrix allows, with SMILE at τ = 1, 5 and 10. */
  public static List<ReadOut> all() {
    return ALL;
  }

  /** {@link #all()} and one more, once each. */
  public static List<ReadOut> allAnd(ReadOut own) {
    var readOuts = new LinkedHashSet<>(ALL);
    readOuts.add(own);
    return List.copyOf(readOuts);
  }

  /**
   * The read-out that is the value of a loss.
   *
   * @param loss a name of the catalogue of losses, plain or regularised: {@code mine}, {@code
   *     remine}, …; others give an empty result
   * @param tau the clip of SMILE; infinite for none. Other losses do not look at it
   */
  public static Optional<ReadOut> ofLoss(String loss, double tau) {
    String base = loss.startsWith("re") ? loss.substring(2) : loss;
    if (base.equals("smile")) {
      return Optional.of(Double.isInfinite(tau) ? new DonskerVaradhan() : new Smile(tau));
    }
    return ALL.stream().filter(readOut -> readOut.losses().contains(base)).findFirst();
  }
}
