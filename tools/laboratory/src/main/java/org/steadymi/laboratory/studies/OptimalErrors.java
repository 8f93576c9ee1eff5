package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.report.Block;
import org.steadymi.report.Chart;
import org.steadymi.report.Grid;
import org.steadymi.report.LineChart;
import org.steadymi.report.Note;
import org.steadymi.report.Section;
import org.steadymi.report.Series;

/**
 * The errors of the bounds at the optimal critic.
 *
 * @param settings of the study
 * @param batches one for each batch size
 */
record OptimalErrors(Settings settings, List<OfBatch> batches) {
  /** One colour is left for the closed form. */
  private static final int DRAWN = 7;

  /**
   * The errors at one batch size.
   *
   * @param batch K
   * @param losses the points of each loss, in the order of levels
   * @param identities closed forms beside what was measured
   */
  private record OfBatch(int batch, List<List<ErrorPoint>> losses, List<Identity> identities) {
    List<List<ErrorPoint>> drawn() {
      return losses.subList(0, Math.min(DRAWN, losses.size()));
    }

    ErrorPoint point(String loss, int mi) {
      return losses.stream()
          .flatMap(List::stream)
          .filter(p -> p.loss().equals(loss) && p.mi() == mi)
          .findFirst()
          .orElseThrow();
    }
  }

  static OptimalErrors of(Settings settings, Results results) {
    List<OfBatch> all = new ArrayList<>();
    for (int batch : BiasVariance.batchSizes(settings)) {
      List<List<ErrorPoint>> losses =
          BiasVariance.atOptimum(settings).stream()
              .map(loss -> points(settings, results, loss, batch))
              .toList();
      List<Identity> identities = new ArrayList<>();
      for (int mi : BiasVariance.LEVELS) {
        CellResult result = results.of(BiasVariance.optimal(settings, mi, batch).key());
        identities.addAll(Identity.at(mi, batch, result));
      }
      all.add(new OfBatch(batch, losses, identities));
    }
    return new OptimalErrors(settings, all);
  }

  private static List<ErrorPoint> points(
      Settings settings, Results results, String loss, int batch) {
    return BiasVariance.LEVELS.stream()
        .map(
            mi -> {
              CellResult result = results.of(BiasVariance.optimal(settings, mi, batch).key());
              ErrorBlocks errors = OptimalCell.errors(result, loss);
              return new ErrorPoint(
                  loss, mi, errors.bias(), errors.variance(), errors.meanSquaredError());
            })
        .toList();
  }

  List<Comparison> comparisons() {
    return identities().stream().map(Identity::comparison).toList();
  }

  private List<Identity> identities() {
    return batches.stream().flatMap(b -> b.identities.stream()).toList();
  }

  List<String> findings() {
    int top = BiasVariance.LEVELS.get(BiasVariance.LEVELS.size() - 1);
    OfBatch shown = batches.get(1);
    ErrorPoint nwj = shown.point("nwj", top);
    ErrorPoint nce = shown.point("infonce", top);
    List<Identity> bounds = identities().stream().filter(Identity::isBound).toList();
    List<Identity> trusted =
        identities().stream().filter(i -> !i.isBound() && i.intervalHolds()).toList();
    return List.of(
        String.format(
            Locale.ROOT,
            "At the optimal critic, K = %d and %d nats, InfoNCE has bias %.2f and variance %.2g; NWJ has bias 0 and the"
                + " exact variance %.2g, of which %,d batches show %.2g: the rest lies in events rarer than one batch"
                + " in so many.",
            shown.batch,
            top,
            nce.bias().mean(),
            nce.variance().mean(),
            GaussianMoments.of(OptimalCell.DIM, top).nwjVariance(shown.batch, 1),
            BiasVariance.batches(settings, shown.batch),
            nwj.variance().mean()),
        String.format(
            Locale.ROOT,
            "Of %d closed forms whose measurement has a sound interval, %d hold within it (95 %% are expected to); of %d"
                + " bounds, %d hold.",
            trusted.size(),
            trusted.stream().filter(Identity::agrees).count(),
            bounds.size(),
            bounds.stream().filter(Identity::agrees).count()));
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    for (ErrorPoint.Quantity quantity : ErrorPoint.Quantity.values()) {
      blocks.add(new Grid(3, batches.stream().<Chart>map(b -> chart(b, quantity)).toList()));
    }
    blocks.add(
        Note.warning(
            "Where ρ ≥ 1/3, which is from 1.18 nats on, the fourth moment of r is infinite, and so is the variance of"
                + " every sample variance below that contains M. Its mean over batches and its interval then show"
                + " what such batches usually look like; the exact value lies in the tail that they do not reach."));
    blocks.add(Identity.table("Against closed forms", identities()));
    return new Section("optimal", "At the optimal critic", lead(), blocks);
  }

  private LineChart chart(OfBatch of, ErrorPoint.Quantity quantity) {
    LineChart chart = ErrorPoint.chart("K = " + of.batch, quantity, of.drawn());
    if (quantity == ErrorPoint.Quantity.BIAS) {
      return chart;
    }
    double[] mi = BiasVariance.LEVELS.stream().mapToDouble(l -> l).toArray();
    double[] exact =
        BiasVariance.LEVELS.stream()
            .mapToDouble(l -> GaussianMoments.of(OptimalCell.DIM, l).nwjVariance(of.batch, 1))
            .toArray();
    List<Series> series = new ArrayList<>(chart.series());
    series.add(Series.of("NWJ, exact", mi, exact).with(Series.Style.DASHED));
    return new LineChart(chart.title(), chart.axes(), series, List.of(), "");
  }

  /** Every number, for those who look one up. */
  Section numbers() {
    List<Block> tables =
        batches.stream()
            .<Block>map(
                b ->
                    ErrorPoint.table(
                        "Optimal critic, K = " + b.batch,
                        b.losses.stream().flatMap(List::stream).toList(),
                        "blocks of batches"))
            .toList();
    return new Section(
        "optimal-numbers",
        "At the optimal critic: all losses",
        "An interval is that of Student's t over %d blocks of batches."
            .formatted(OptimalCell.BLOCKS),
        tables);
  }

  private String lead() {
    String counts =
        batches.stream()
            .map(
                b ->
                    String.format(
                        Locale.ROOT,
                        "%,d of %d pairs",
                        BiasVariance.batches(settings, b.batch),
                        b.batch))
            .collect(Collectors.joining(", "));
    return "x and y are normal vectors of 20 dimensions, correlated pairwise, so that I(X;Y) and the density ratio"
        + " r = p(x, y)/p(x)p(y) are known. Nothing is trained: each loss is given the critic that its objective has"
        + " as optimum, log r or log r plus a known constant, a learned baseline or density being at its own optimum."
        + " What is left is the error of a finite batch. All losses see the same batches, all off-diagonal pairs of a"
        + " batch being its marginal pairs: "
        + counts
        + ". Bias is the mean of the batch values less I, variance that of a single batch's value, mean squared error"
        + " the mean of their squared errors; bands are 95 % intervals over blocks of batches.\n\n"
        + "NWJ, TUBA with baseline 1, JS with its tight read-out, and NWJ with known p(y | x) are one and the same"
        + " function of the batch here, 1 + J − M at log r; so are MINE and SMILE with τ = ∞, and UBA and the"
        + " leave-one-out upper bound. BA and the rate are J, the mean of log r over joint pairs.\n\n"
        + "E_Q[r²] = e^2I, so the variance of M, and with it that of NWJ, grows as e^2I / K² whatever the batch shows;"
        + " the dashed line is the exact variance. Such a mean is carried by rare pairs: where I is large beside"
        + " log K, batches without one of them are all that is seen, their values lie above I together, and their"
        + " spread is small.";
  }
}
