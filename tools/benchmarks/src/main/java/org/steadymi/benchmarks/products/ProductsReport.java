package org.steadymi.benchmarks.products;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.products.Product.Order;
import org.steadymi.benchmarks.protocol.Reply;

/** The results as a report. */
final class ProductsReport {
  /** Share of a step that the products alone would take, to be reached at {@link #GOAL_WIDTH}. */
  private static final double GOAL = 0.7;

  private static final int GOAL_WIDTH = 256;
  private static final double MEGA = 1e6;

  private ProductsReport() {}

  static Report of(ProductsResults results) {
    Setup setup = results.setup();
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "How much of this machine's speed at products of matrices (sgemm) a training step"
                    + " reaches: the processor time of the step's products alone, in their shapes"
                    + " and by the fastest library at hand, over that of the whole step. Products"
                    + " alone are the same two matrices multiplied again and again. One thread each,"
                    + " %s; %d interleaved rounds of about %s s each, shares of the same round.",
                setup.pinning(), setup.rounds(), setup.seconds())));
    blocks.add(new Report.Paragraph(results.machine().describe() + ". Made by:"));
    blocks.add(new Report.Listing(setup.command()));
    for (ProductsContest contest : results.contests()) {
      blocks.add(
          new Report.Heading(
              Format.number("%s critic, H = %d", contest.task().id(), contest.hidden())));
      blocks.add(
          new Report.Paragraph(
              Format.number(
                  "The products of a step, %.2f million operations: [n, k] · [k, m], either matrix"
                      + " as it lies in memory or transposed (T).",
                  contest.operations() / MEGA)));
      blocks.add(products(contest));
      blocks.add(speeds(contest));
      blocks.add(shares(contest));
    }
    results.notes().forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Products of matrices in a training step", blocks);
  }

  private static Table products(ProductsContest contest) {
    Table table = new Table("n × k × m", "matrices", "a step", "million operations", "of all");
    Map<Product, Long> times =
        contest.products().stream()
            .collect(Collectors.groupingBy(p -> p, LinkedHashMap::new, Collectors.counting()));
    times.entrySet().stream()
        .sorted(Comparator.comparingLong(ProductsReport::operations).reversed())
        .forEach(
            entry -> {
              Product product = entry.getKey();
              table.row(
                  Format.number(
                      "%,d × %,d × %,d", product.rows(), product.inner(), product.columns()),
                  factor("A", product.left()) + factor("B", product.right()),
                  entry.getValue().toString(),
                  Format.number("%,.2f", operations(entry) / MEGA),
                  percent((double) operations(entry) / contest.operations()));
            });
    return table;
  }

  private static long operations(Map.Entry<Product, Long> times) {
    return times.getKey().operations() * times.getValue();
  }

  private static String factor(String name, Order order) {
    return order == Order.T ? name + "ᵀ" : name;
  }

  private static Table speeds(ProductsContest contest) {
    Table table = new Table("what", "CPU ms, least", "median", "GFLOP/s, best", "median", "least");
    table.row(speed("a step: ", contest.loop(), contest.operations()));
    contest
        .libraries()
        .forEach(
            (library, laps) ->
                table.row(speed("its products: ", laps.step(), contest.operations())));
    Product square = ProductsContest.SQUARE;
    String title = Format.number("%,d × %,d: ", square.rows(), square.columns());
    contest
        .libraries()
        .forEach((library, laps) -> table.row(speed(title, laps.square(), square.operations())));
    return table;
  }

  private static String[] speed(String title, List<Reply> laps, long operations) {
    Spread milliseconds = Duel.cpuMilliseconds(laps, 1);
    Spread gigaflops = ProductsContest.gigaflops(laps, operations);
    return new String[] {
      title + laps.get(0).peer(),
      Format.number("%.3f", milliseconds.least()),
      Format.number("%.3f", milliseconds.median()),
      Format.number("%.1f", gigaflops.most()),
      Format.number("%.1f", gigaflops.median()),
      Format.number("%.1f", gigaflops.least())
    };
  }

  private static Table shares(ProductsContest contest) {
    Table table = new Table("share", "median", "over rounds", "to reach", "");
    for (Library library : contest.libraries().keySet()) {
      table.row(
          share("its products by %s / a step".formatted(library.id()), contest.share(library), ""));
    }
    Spread fastest = contest.shareOfFastest();
    boolean goal = contest.hidden() == GOAL_WIDTH;
    table.row(share("its products by the fastest / a step", fastest, goal ? percent(GOAL) : ""));
    table.row(share("GFLOP/s of a step / of the fastest square", contest.shareOfSquare(), ""));
    return table;
  }

  private static String[] share(String what, Spread share, String goal) {
    String reached = share.median() >= GOAL ? "reached" : "not reached";
    return new String[] {
      what,
      percent(share.median()),
      Format.number("%.1f … %.1f %%", 100 * share.least(), 100 * share.most()),
      goal,
      goal.isEmpty() ? "" : reached
    };
  }

  private static String percent(double share) {
    return Format.number("%.1f %%", 100 * share);
  }
}
