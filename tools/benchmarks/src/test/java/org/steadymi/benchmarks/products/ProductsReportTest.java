package org.steadymi.benchmarks.products;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.GaussianTask;

class ProductsReportTest {
  private static final Product LARGE = Product.parse("1000x500x1000:NN");
  private static final Product SMALL = Product.parse("100x500x100:TN");

  @Test
  void sharesAreOfTheSameRoundAndOfItsFastestLibrary() {
    ProductsContest contest = contest(256);
    assertThat(contest.share(Library.TENSORFLOW)).isEqualTo(new Spread(0.5, 0.5625, 0.625));
    assertThat(contest.share(Library.NUMPY)).isEqualTo(new Spread(0.25, 0.5, 0.75));
    // 0.5 of TensorFlow and 0.75 of NumPy, then 0.625 and 0.25
    assertThat(contest.shareOfFastest()).isEqualTo(new Spread(0.25, 0.375, 0.5));
  }

  @Test
  void aStepIsComparedWithASquareByOperations() {
    // two of 10^9 and two of 10^7 in 4 and in 8 s, beside a square of 2 * 1024^3 in 1 s
    double operations = 2 * 1e9 + 2 * 1e7;
    double square = 2.0 * 1024 * 1024 * 1024;
    assertThat(contest(256).operations()).isEqualTo((long) operations);
    assertThat(contest(256).shareOfSquare().most()).isEqualTo(operations / square / 4);
    assertThat(contest(256).shareOfSquare().least()).isEqualTo(operations / square / 8);
  }

  @Test
  void markdown() {
    assertThat(report(256))
        .contains("## separable critic, H = 256\n")
        .contains("| 1,000 × 500 × 1,000 | AB | 2 | 2,000.00 | 99.0 % |")
        .contains("| 100 × 500 × 100 | AᵀB | 2 | 20.00 | 1.0 % |")
        .contains("| a step: ours | 4000.000 | 6000.000 | 0.5 | 0.4 | 0.3 |")
        .contains("| 1,024 × 1,024: TF | 1000.000 | 1000.000 | 2.1 | 2.1 | 2.1 |")
        .contains("| its products by tensorflow / a step | 56.3 % | 50.0 … 62.5 % |  |  |")
        .contains(
            "| its products by the fastest / a step | 37.5 % | 25.0 … 50.0 % | 70.0 % | not reached |")
        .endsWith("Note: pytorch left out.\n");
  }

  @Test
  void theGoalIsOfOneWidth() {
    assertThat(report(64))
        .contains("| its products by the fastest / a step | 37.5 % | 25.0 … 50.0 % |  |  |");
  }

  private static String report(int hidden) {
    return ProductsReport.of(
            new ProductsResults(
                new Machine("Abacus", 2, "Linux amd64", "VM 17"),
                new Setup("run products", 2, 1, "on core 0"),
                List.of(contest(hidden)),
                List.of("pytorch left out")))
        .markdown();
  }

  /** Steps of 4 and 8 s of processor time. */
  private static ProductsContest contest(int hidden) {
    Map<Library, ProductsContest.Laps> libraries = new LinkedHashMap<>();
    libraries.put(Library.TENSORFLOW, new ProductsContest.Laps(laps("TF", 2, 5), laps("TF", 1, 1)));
    libraries.put(
        Library.NUMPY, new ProductsContest.Laps(laps("NumPy", 3, 2), laps("NumPy", 2, 3)));
    return new ProductsContest(
        GaussianTask.SEPARABLE,
        hidden,
        List.of(SMALL, LARGE, SMALL, LARGE),
        laps("ours", 4, 8),
        libraries);
  }

  /** A lap of two steps for each number of seconds of processor time of a step. */
  private static List<Reply> laps(String peer, double first, double second) {
    return List.of(new Reply(peer, 2, 20, 2 * first, 0), new Reply(peer, 2, 20, 2 * second, 0));
  }
}
