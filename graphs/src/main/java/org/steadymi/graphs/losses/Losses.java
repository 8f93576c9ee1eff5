package org.steadymi.graphs.losses;

import static org.steadymi.graphs.losses.Statistic.LOG_PARTITION;
import static org.steadymi.graphs.losses.Statistic.LOG_PARTITION_OF_NWJ;
import static org.steadymi.graphs.losses.Statistic.ROW_LOG_PARTITION;
import static org.steadymi.graphs.losses.Statistic.SOFTPLUS;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * The catalogue of losses: six bounds and their regularised counterparts. The default form is that
 * of the papers; the form of a reference implementation, where it differs, is a variant.
 */
public final class Losses {
  /** Limit on |T| in the original terms of the regularised NWJ and TUBA. */
  private static final double CLIP = 10;

  private static final List<LossFamily> ALL =
      List.of(
          loss("mine", plain("paper", "", tau -> new DonskerVaradhan())),
          smile(
              "smile",
              plain("js", "trained on the Jensen–Shannon objective", tau -> new Smile(tau)),
              plain(
                  "clipped",
                  "maximises its clipped value",
                  tau -> new Smile(tau, Smile.Form.CLIPPED)),
              plain("both", "clips both terms", tau -> new Smile(tau, Smile.Form.CLIPPED_BOTH))),
          loss("infonce", plain("paper", "", tau -> new InfoNce())),
          loss("nwj", plain("paper", "", tau -> new Nwj())),
          loss("tuba", plain("paper", "", tau -> new Tuba())),
          loss(
              "js",
              plain("shifted", "reports NWJ at T + 1", tau -> new JensenShannon()),
              plain("code", "reports J − M/e, off by −1/e", tau -> referenceJs())),
          loss("remine", held("paper", "", tau -> new DonskerVaradhan(), LOG_PARTITION, 0)),
          smile(
              "resmile",
              held(
                  "js",
                  "trained on the Jensen–Shannon objective",
                  tau -> new Smile(tau),
                  LOG_PARTITION,
                  0),
              held(
                  "clipped",
                  "maximises its clipped value",
                  tau -> new Smile(tau, Smile.Form.CLIPPED),
                  LOG_PARTITION,
                  0),
              held(
                  "both",
                  "clips both terms",
                  tau -> new Smile(tau, Smile.Form.CLIPPED_BOTH),
                  LOG_PARTITION,
                  0)),
          loss(
              "reinfonce",
              held(
                  "code",
                  "rows averaged, then squared",
                  tau -> new InfoNce(),
                  ROW_LOG_PARTITION,
                  0)),
          loss(
              "renwj",
              held(
                  "paper", "holds log E_Q[e^(T−1)]", tau -> new Nwj(CLIP), LOG_PARTITION_OF_NWJ, 0),
              held(
                  "code",
                  "holds log E_Q[e^T], which biases NWJ",
                  tau -> new Nwj(CLIP),
                  LOG_PARTITION,
                  0)),
          loss("retuba", held("paper", "", tau -> new Tuba(CLIP), LOG_PARTITION, 0)),
          loss(
              "rejs",
              held("paper", "holds E_Q[softplus T]", tau -> new JensenShannon(), SOFTPLUS, 0),
              held(
                  "normalised", "holds log E_Q[e^T]", tau -> new JensenShannon(), LOG_PARTITION, 0),
              held("code", "reports J − M/e, off by −1/e", tau -> referenceJs(), SOFTPLUS, 0)));

  private Losses() {}

  /** All losses, the plain ones first, in the order of the catalogue. */
  public static List<LossFamily> all() {
    return ALL;
  }

  /** The names, in the order of the catalogue. */
  public static List<String> names() {
    return ALL.stream().map(LossFamily::name).toList();
  }

  /**
   * The family of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LossFamily family(String name) {
    return ALL.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown loss '" + name + "'; known: " + String.join(", ", names())));
  }

  /** The loss of that name with its defaults. */
  public static Loss named(String name) {
    return family(name).with(LossOptions.DEFAULTS);
  }

  private static Bound referenceJs() {
    return new JensenShannon(JensenShannon.ReadOut.REFERENCE);
  }

  private static LossFamily loss(String name, LossFamily.Form... forms) {
    return new LossFamily(name, false, List.of(forms));
  }

  private static LossFamily smile(String name, LossFamily.Form... forms) {
    return new LossFamily(name, true, List.of(forms));
  }

  private static LossFamily.Form plain(String variant, String note, DoubleFunction<Bound> bound) {
    return new LossFamily.Form(variant, note, bound, Optional.empty(), 0);
  }

  private static LossFamily.Form held(
      String variant,
      String note,
      DoubleFunction<Bound> bound,
      Statistic statistic,
      double target) {
    return new LossFamily.Form(variant, note, bound, Optional.of(statistic), target);
  }
}
