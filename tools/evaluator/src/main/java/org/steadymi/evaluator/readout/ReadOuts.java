package org.steadymi.evaluator.readout;

import java.util.List;
import java.util.Map;
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

  private static final double USUAL_TAU = 10;
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
   * The read-out that is the value of a loss; of NWJ and TUBA with a clip, as long as scores stay
   * within it.
   *
   * @param loss a name of the catalogue of losses, plain or regularised: {@code mine}, {@code
   *     remine}, …; others give an empty result
   * @param options of its bound by name, as a manifest holds them; empty, too, where they make the
   *     value one that is not read out
   * @throws IllegalArgumentException if one that has to be a number is none
   */
  public static Optional<ReadOut> ofLoss(String loss, Map<String, String> options) {
    String base = loss.startsWith("re") ? loss.substring(2) : loss;
    boolean other =
        options.containsKey("baseline")
            || "clipped_both".equals(options.get("form"))
            || number(options, "a", 1) != 1;
    if (other) {
      return Optional.empty();
    }
    if (base.equals("smile")) {
      double tau = number(options, "tau", USUAL_TAU);
      return Optional.of(Double.isInfinite(tau) ? new DonskerVaradhan() : new Smile(tau));
    }
    String like = "reference".equals(options.get("read-out")) ? "nwj" : base;
    return ALL.stream().filter(readOut -> readOut.losses().contains(like)).findFirst();
  }

  private static double number(Map<String, String> options, String name, double usual) {
    String text = options.get(name);
    try {
      return text == null ? usual : Double.parseDouble(text);
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException(
          "the loss's option %s is not a number: '%s'".formatted(name, text), notNumber);
    }
  }
}
