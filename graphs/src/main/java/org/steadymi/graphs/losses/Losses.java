package org.steadymi.graphs.losses;

import static org.steadymi.graphs.losses.LossFamily.Form.form;
import static org.steadymi.graphs.losses.Statistic.COLUMN_LOG_PARTITION;
import static org.steadymi.graphs.losses.Statistic.EXPONENTIAL_NORM;
import static org.steadymi.graphs.losses.Statistic.LOG_PARTITION;
import static org.steadymi.graphs.losses.Statistic.LOG_PARTITION_OF_NWJ;
import static org.steadymi.graphs.losses.Statistic.ROW_LOG_PARTITION;
import static org.steadymi.graphs.losses.Statistic.SOFTPLUS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.graphs.losses.JensenShannon.ReadOut;
import org.steadymi.graphs.losses.LossFamily.Form;
import org.steadymi.graphs.losses.Setting.Range;

/**
 * The catalogue of losses: the bounds of the literature, and a regularised counterpart for each
 * that leaves a critic a direction to drift in. The default form is that of the papers; the form of
 * a reference implementation, where it differs, is a variant.
 */
public final class Losses {
  private static final String REGULARIZED = "re";

  /** Limit on |T| in the original terms of the regularised NWJ and TUBA. */
  private static final double CLIP = 10;

  private static final Setting TAU =
      new Setting("tau", 10, Range.POSITIVE_OR_INFINITE, "limit τ on |T| in the marginal term");
  private static final Setting A = new Setting("a", 1, Range.POSITIVE, "the baseline");
  private static final Setting RATE =
      new Setting("rate", 0.01, Range.RATE, "weight of the newest batch in the moving average");
  private static final Setting ALPHA =
      new Setting("alpha", 0.01, Range.UNIT, "α: 0 is TUBA, 1 is InfoNCE");
  private static final Setting SIGMA =
      new Setting("sigma", 0.1, Range.NOT_NEGATIVE, "standard deviation of the noise");
  private static final Setting HIDDEN =
      new Setting(
          "hidden", 512, Range.WIDTH, "width of the two hidden layers of the learned density");

  private static final Form DV = form("dv", "maximises its value", s -> new DonskerVaradhan());
  private static final Form MINE_EMA =
      form(
          "ema",
          "divides the gradient of M by a moving average of M",
          s -> new AveragedDonskerVaradhan(s.get(RATE)),
          RATE);
  private static final Form SMILE =
      form("js", "trained on the Jensen–Shannon objective", s -> new Smile(s.get(TAU)), TAU);
  private static final Form SMILE_CLIPPED =
      form(
          "clipped",
          "maximises its clipped value",
          s -> new Smile(s.get(TAU), Smile.Form.CLIPPED),
          TAU);
  private static final Form SMILE_BOTH =
      form("both", "clips both terms", s -> new Smile(s.get(TAU), Smile.Form.CLIPPED_BOTH), TAU);
  private static final Form CPC = form("cpc", "each x with all y of the batch", s -> new InfoNce());
  private static final Form LEAVE_ONE_OUT =
      form("leave-one-out", "I_α at α = 1", s -> new LeaveOneOutInfoNce());
  private static final Form JS = form("shifted", "reports NWJ at T + 1", s -> new JensenShannon());
  private static final Form JS_CODE =
      form("code", "reports J − M/e, off by −1/e", s -> new JensenShannon(ReadOut.REFERENCE));
  private static final Form UBA = form("batch", "partition from the batch", s -> new Uba());

  private static final List<LossFamily> ALL =
      List.of(
          loss(
              "mine",
              DV,
              MINE_EMA,
              form("softplus", "maximises J − softplus(M)", s -> new SoftplusDonskerVaradhan()),
              form(
                  "log-sum-exp",
                  "as printed, with the maximum subtracted and not added again: unbounded; the sound form is dv",
                  s -> new ShiftedDonskerVaradhan()),
              form(
                  "input-noise",
                  "noise on x and y while it trains",
                  s -> new NoisyDonskerVaradhan(new Noise(s.get(SIGMA), 0)),
                  SIGMA),
              form(
                  "score-noise",
                  "as printed, noise on T, which the gradient of J does not see; the sound form is input-noise",
                  s -> new NoisyDonskerVaradhan(new Noise(0, s.get(SIGMA))),
                  SIGMA)),
          loss("smile", SMILE, SMILE_CLIPPED, SMILE_BOTH),
          loss("infonce", CPC, LEAVE_ONE_OUT),
          loss("nwj", form("paper", "", s -> new Nwj())),
          loss(
              "tuba",
              form("constant", "a(y) = a", s -> new Tuba(s.get(A)), A),
              form("ema", "a = moving average of M", s -> new AveragedTuba(s.get(RATE)), RATE),
              form("learned", "a(y) is a network", s -> new LearnedTuba(s.width(HIDDEN)), HIDDEN)),
          loss("js", JS, JS_CODE),
          loss(
              "ialpha",
              form(
                  "learned",
                  "q(y) is a network",
                  s -> new Interpolated(s.get(ALPHA), s.width(HIDDEN)),
                  ALPHA,
                  HIDDEN),
              form("constant", "q(y) = 1", s -> new Interpolated(s.get(ALPHA), 0), ALPHA)),
          loss("uba", UBA),
          loss(
              "ba",
              form("normal", "q(x | y) is normal", s -> new BarberAgakov(s.width(HIDDEN)), HIDDEN)),
          loss("tnce", form("paper", "", s -> new ConditionalInfoNce())),
          loss(
              "tnwj",
              form(
                  "learned",
                  "q(y) is a network",
                  s -> new ConditionalTuba(s.width(HIDDEN)),
                  HIDDEN)),
          loss("loo", form("paper", "", s -> new LeaveOneOutUpper())),
          loss("rate", form("normal", "q(y) is normal", s -> new Rate())),
          loss(
              "remine",
              DV.holding(LOG_PARTITION),
              MINE_EMA.holding(LOG_PARTITION),
              form("norm", "holds the norm of e^T at 0", s -> new DonskerVaradhan())
                  .holding(EXPONENTIAL_NORM)),
          loss(
              "resmile",
              SMILE.holding(LOG_PARTITION),
              SMILE_CLIPPED.holding(LOG_PARTITION),
              SMILE_BOTH.holding(LOG_PARTITION)),
          loss(
              "reinfonce",
              CPC.holding(ROW_LOG_PARTITION),
              LEAVE_ONE_OUT.holding(COLUMN_LOG_PARTITION)),
          loss(
              "renwj",
              form("paper", "holds log E_Q[e^(T−1)]", s -> new Nwj(CLIP))
                  .holding(LOG_PARTITION_OF_NWJ),
              form("code", "holds log E_Q[e^T], which biases NWJ", s -> new Nwj(CLIP))
                  .holding(LOG_PARTITION)),
          loss(
              "retuba",
              form("constant", "a(y) = a; held at log a", s -> new Tuba(s.get(A), CLIP), A)
                  .holding(LOG_PARTITION, s -> Math.log(s.get(A))),
              form("ema", "a = moving average of M", s -> new AveragedTuba(s.get(RATE)), RATE)
                  .holding(LOG_PARTITION)),
          loss(
              "rejs",
              form("paper", "holds E_Q[softplus T]", s -> new JensenShannon()).holding(SOFTPLUS),
              form("normalised", "holds log E_Q[e^T]", s -> new JensenShannon())
                  .holding(LOG_PARTITION),
              JS_CODE.holding(SOFTPLUS)),
          loss("reuba", UBA.holding(COLUMN_LOG_PARTITION)));

  private Losses() {}

  /** All losses, the plain ones first, in the order of the catalogue. */
  public static List<LossFamily> all() {
    return ALL;
  }

  /** The names, in the order of the catalogue. */
  public static List<String> names() {
    return ALL.stream().map(LossFamily::name).toList();
  }

  /** The six losses that Choi and Lee compare, and their regularised counterparts. */
  public static List<String> choiLee() {
    List<String> plain = List.of("mine", "smile", "infonce", "nwj", "tuba", "js");
    return Stream.concat(plain.stream(), plain.stream().map(name -> REGULARIZED + name)).toList();
  }

  /**
   * The family of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static LossFamily family(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown loss '" + name + "'; known: " + String.join(", ", names())));
  }

  /** The loss of that name with its defaults. */
  public static Loss named(String name) {
    return family(name).byDefault();
  }

  /** The regularised counterpart of a loss without a regulariser, if it has one. */
  public static Optional<LossFamily> counterpart(String name) {
    return find(REGULARIZED + name);
  }

  private static Optional<LossFamily> find(String name) {
    return ALL.stream().filter(f -> f.name().equals(name)).findFirst();
  }

  private static LossFamily loss(String name, Form... forms) {
    return new LossFamily(name, List.of(forms));
  }
}
