package org.steadymi.laboratory.studies;

import java.util.List;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.report.Column;
import org.steadymi.report.Table;

/**
 * A closed form at the optimal critic, and what was measured.
 *
 * @param quantity what
 * @param at where
 * @param exact the closed form, or bounds on the quantity
 * @param ours what was measured
 * @param intervalHolds whether the moments that the interval relies on are finite
 */
record Identity(String quantity, Case at, Published exact, Interval ours, boolean intervalHolds) {
  /**
   * Where an identity holds.
   *
   * @param mi I(X;Y), nats
   * @param batch K
   */
  record Case(int mi, int batch) {}

  /** Of a value of a few nats in float. */
  private static final double ROUNDING = 2e-6;

  /** The identities that one cell can be held against. */
  static List<Identity> at(int mi, int batch, CellResult result) {
    Case at = new Case(mi, batch);
    GaussianMoments exact = GaussianMoments.of(OptimalCell.DIM, mi);
    boolean tail = exact.fourthMomentIsFinite();
    ErrorBlocks nwj = OptimalCell.errors(result, "nwj");
    ErrorBlocks code = OptimalCell.errors(result, "js:variant=code");
    ErrorBlocks ba = OptimalCell.errors(result, "ba");
    ErrorBlocks nce = OptimalCell.errors(result, "infonce");
    double largest = OptimalCell.largest(result, "infonce");
    String moments = "Mehler's formula";
    return List.of(
        new Identity("NWJ: bias", at, number(0, "E_Q[r] = 1"), nwj.bias(), tail),
        new Identity(
            "NWJ: variance",
            at,
            number(exact.nwjVariance(batch, 1), moments),
            nwj.variance(),
            tail),
        new Identity(
            "JS, read-out J − M/e: bias", at, number(-1 / Math.E, "E_Q[r] = 1"), code.bias(), tail),
        new Identity("BA and rate: bias", at, number(0, "E_P[log r] = I"), ba.bias(), true),
        new Identity(
            "BA and rate: variance",
            at,
            number(exact.jointVariance(batch), "d ρ²/K"),
            ba.variance(),
            true),
        new Identity(
            "InfoNCE: bias",
            at,
            new Published(
                exact.infoNceLeastBias(batch), exact.infoNceLargestBias(batch), "Jensen; log K"),
            nce.bias(),
            true),
        new Identity(
            "InfoNCE: largest value of a batch",
            at,
            new Published(Double.NEGATIVE_INFINITY, Math.log(batch), "≤ log K"),
            new Interval(largest, largest, largest, 1),
            true));
  }

  private static Published number(double value, String source) {
    return Published.at(value, source);
  }

  /** Whether the closed form is an inequality. */
  boolean isBound() {
    return exact.low() < exact.high();
  }

  /** Whether interval and closed form have a number in common, up to the rounding of a batch. */
  boolean agrees() {
    return ours.low() <= exact.high() + ROUNDING && ours.high() >= exact.low() - ROUNDING;
  }

  Comparison comparison() {
    return new Comparison(
        "%s at the optimal critic, MI %d, K = %d".formatted(quantity, at.mi, at.batch),
        new Published(exact.low(), exact.high(), "closed form: " + exact.source()),
        ours);
  }

  private String verdict() {
    if (agrees()) {
      return "yes";
    }
    return intervalHolds ? "no" : "no; tail not reached";
  }

  static Table table(String title, List<Identity> identities) {
    return Table.of(
            title,
            List.of(
                Column.text("quantity", "at the optimal critic; nats, variances nats²"),
                Column.integer("MI", "true mutual information, nats"),
                Column.integer("K", "pairs in a batch"),
                Column.significant("exact from", "the closed form, or its lower bound", 4),
                Column.significant("exact to", "the closed form, or its upper bound", 4),
                Column.significant("measured", "over batches", 4),
                Column.significant("from", "lower end of its 95 % interval", 4),
                Column.significant("to", "upper end of its 95 % interval", 4),
                Column.text("agrees", "whether interval and closed form meet")),
            identities.stream()
                .map(
                    i ->
                        Table.row(
                            i.quantity,
                            i.at.mi,
                            i.at.batch,
                            i.exact.low(),
                            i.exact.high(),
                            i.ours.mean(),
                            i.ours.low(),
                            i.ours.high(),
                            i.verdict()))
                .toList())
        .withCaption(
            "Exact numbers are those of E_Q[r] = 1, E_P[log r] = I, Var_P(log r) = d ρ² and, by"
                + " Mehler's formula, E_Q[r²] = e^2I; bounds on InfoNCE those of Jensen's"
                + " inequality and log K. Of 20 sound intervals one is expected to miss a number; a"
                + " bound is to hold always. 'Tail not reached': the quantity contains M where the"
                + " fourth moment of r is infinite.");
  }
}
