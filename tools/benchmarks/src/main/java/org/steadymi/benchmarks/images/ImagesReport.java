package org.steadymi.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.benchmarks.duel.Duel;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.protocol.Reply;

/** The results as a report. */
final class ImagesReport {
  /** Our rate over PyTorch's that is to be reached. */
  private static final double GOAL = 1;

  /** Seconds in which an image set is to be read and packed. */
  private static final double PACKING_GOAL = 2;

  private static final int OPERATIONS = 8;

  private ImagesReport() {}

  static Report of(ImageResults results) {
    Setup setup = results.setup();
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "A classifier of images of 32×32×3 with ten classes, InfoNCE of an image and its"
                    + " class, batches of %d, Adam at 1e-3. The images are made up and lie in"
                    + " memory as bytes; each side draws rows, scales them to [−1, 1] and trains,"
                    + " in 32-bit floats. %d interleaved rounds of about %s s each, one step at"
                    + " least; with one thread %s, with more on any core.",
                ImageNetwork.BATCH, setup.rounds(), setup.seconds(), setup.pinning())));
    blocks.add(new Report.Paragraph(results.machine().describe() + ". Made by:"));
    blocks.add(new Report.Listing(setup.command()));
    blocks.add(new Report.Heading("Images per second"));
    blocks.add(speeds(results.contests()));
    blocks.add(ratios(results.contests()));
    results.contests().forEach(contest -> leftOut(contest).forEach(blocks::add));
    if (results.contests().stream().anyMatch(ImageContest::shared)) {
      blocks.add(
          new Report.Paragraph(
              "Note: other processes took part of the cores; with one thread the ratio of CPU time"
                  + " is the fairer one."));
    }
    blocks.add(new Report.Heading("Where a step's time goes"));
    blocks.add(
        new Report.Paragraph(
            "Single steps on one thread under TensorFlow's full trace; time inside the kernels by"
                + " operation, the mean of three steps after one that warms up. TensorFlow traces no"
                + " kernels inside a loop, so this is not the loop's own graph: it is the same step"
                + " built by itself, without the six metrics that the loop records, without writing"
                + " the moving averages, and without what TensorFlow rewrites in the loop's function"
                + " before it runs it."));
    results.traces().forEach(times -> blocks.add(shares(times)));
    blocks.add(new Report.Heading("Reading an image set"));
    blocks.add(new Report.Paragraph(packing(results.packing())));
    results.notes().forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Training speed on images", blocks);
  }

  private static Table speeds(List<ImageContest> contests) {
    Table table =
        new Table(
            "network",
            "parameters",
            "threads",
            "images/s, best",
            "median",
            "least",
            "CPU ms/image",
            "cores",
            "nats");
    for (ImageContest contest : contests) {
      contest.laps().values().forEach(laps -> table.row(cells(contest, laps)));
    }
    return table;
  }

  private static String[] cells(ImageContest contest, List<Reply> laps) {
    Spread rates = Duel.rates(laps, ImageNetwork.BATCH);
    Reply last = laps.get(laps.size() - 1);
    return new String[] {
      contest.network().id() + ": " + last.peer(),
      Format.number("%,d", contest.parameters()),
      Integer.toString(contest.threads()),
      Format.number("%,.1f", rates.most()),
      Format.number("%,.1f", rates.median()),
      Format.number("%,.1f", rates.least()),
      Format.number("%.2f", Duel.cpuMilliseconds(laps, ImageNetwork.BATCH).median()),
      Format.number("%.2f", Duel.cores(laps).median()),
      Format.number("%.2f", last.value())
    };
  }

  private static Table ratios(List<ImageContest> contests) {
    Table table = new Table("ratio", "threads", "median", "over rounds", "to reach", "");
    for (ImageContest contest : contests) {
      contest
          .duels()
          .forEach(
              (peer, duel) -> {
                String sides = "%s, SteadyMI / %s".formatted(contest.network().id(), peer.id());
                boolean goal = peer == ImageContender.PYTORCH;
                int threads = contest.threads();
                table.row(ratio(sides + ", images/s", threads, duel.speed(), goal));
                table.row(
                    ratio(sides + ", images per CPU second", threads, duel.processorTime(), goal));
              });
    }
    return table;
  }

  private static String[] ratio(String what, int threads, Spread spread, boolean goal) {
    String reached = spread.median() >= GOAL ? "reached" : "not reached";
    return new String[] {
      what,
      Integer.toString(threads),
      Format.number("%.2f", spread.median()),
      Format.number("%.2f … %.2f", spread.least(), spread.most()),
      goal ? Format.number("%.0f", GOAL) : "",
      goal ? reached : ""
    };
  }

  private static Stream<Report.Block> leftOut(ImageContest contest) {
    return contest.leftOut().stream()
        .map(
            line ->
                new Report.Paragraph(
                    "Note: %s, threads %d, %s."
                        .formatted(contest.network().id(), contest.threads(), line)));
  }

  private static Table shares(StepTimes times) {
    Table table = new Table(times.network().id(), "share of a step");
    table.row("not in convolutions", percent(times.outsideConvolutions()));
    times.operations().stream()
        .limit(OPERATIONS)
        .forEach(operation -> table.row(operation, percent(times.share(operation))));
    return table;
  }

  private static String percent(double share) {
    return Format.number("%.1f %%", 100 * share);
  }

  private static String packing(List<Reply> replies) {
    if (replies.isEmpty()) {
      return "Left out: CIFAR-10 is not where `data fetch` puts it; set STEADYMI_DATA.";
    }
    Spread seconds = Spread.of(replies.stream().mapToDouble(Reply::seconds).toArray());
    Spread cpu = Spread.of(replies.stream().mapToDouble(Reply::cpuSeconds).toArray());
    return Format.number(
        "The %,d training images of CIFAR-10, from their official files to one tensor of bytes, in"
            + " %d fresh processes: %.2f s (%.2f … %.2f s), %.2f s of processor time; to reach %.0f"
            + " s: %s.",
        replies.get(0).steps(),
        replies.size(),
        seconds.median(),
        seconds.least(),
        seconds.most(),
        cpu.median(),
        PACKING_GOAL,
        seconds.median() <= PACKING_GOAL ? "reached" : "not reached");
  }
}
