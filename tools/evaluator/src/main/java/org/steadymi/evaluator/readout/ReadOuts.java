package org.steadymi.evaluator.readout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
          new Tuba(),
          new Flo());

  private static final Pattern SMILE = Pattern.compile("smile-(\\d+(?:\\.\\d+)?|inf)");

  private ReadOuts() {}

  /**
   * The default set: every read-out that a K×K score matrix allows whatever the critic, with SMILE
   * at τ = 1, 5 and 10.
   */
  public static List<ReadOut> all() {
    return ALL;
  }

  /**
   * A read-out that is not of the default set, by name.
   *
   * @param name {@code smile-} and τ, a decimal number above 0 or {@code inf}
   * @throws IllegalArgumentException for any other name
   */
  public static ReadOut named(String name) {
    Matcher smile = SMILE.matcher(name);
    if (!smile.matches()) {
      throw new IllegalArgumentException(
          ("expected smile-TAU with TAU above 0 or inf, such as smile-2.5, found '%s';"
                  + " the other read-outs need no naming")
              .formatted(name));
    }
    String tau = smile.group(1);
    return new Smile(tau.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(tau));
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
