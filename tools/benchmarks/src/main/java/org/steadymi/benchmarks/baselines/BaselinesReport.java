package org.steadymi.benchmarks.baselines;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.duel.Spread;
import org.steadymi.benchmarks.output.Format;
import org.steadymi.benchmarks.output.Report;
import org.steadymi.benchmarks.output.Table;
import org.steadymi.benchmarks.protocol.Reply;

/** The results as a report. */
final class BaselinesReport {
  /** Their time over ours that is to be reached. */
  private static final double GOAL = 1;

  /** Below it, a process of one thread shared its core. */
  private static final double WHOLE = 0.95;

  private BaselinesReport() {}

  static Report of(BaselinesResults results) {
    Setup setup = results.setup();
    List<Report.Block> blocks = new ArrayList<>();
    blocks.add(
        new Report.Paragraph(
            Format.number(
                "Kraskov's first estimator with %d neighbours on N normal pairs of correlation 0.75"
                    + " in each of d coordinates, the same samples for all. %d interleaved rounds"
                    + " of about %s s each, one estimate at least; with one thread %s, with two on"
                    + " any core.",
                KsgPeer.NEIGHBOURS, setup.rounds(), setup.seconds(), setup.pinning())));
    blocks.add(new Report.Paragraph(results.machine().describe() + ". Made by:"));
    blocks.add(new Report.Listing(setup.command()));
    if (results.contests().stream().anyMatch(BaselinesReport::shared)) {
      blocks.add(
          new Report.Paragraph(
              "Note: other work ran beside it and took part of the cores; the ratio of CPU time is"
                  + " the fairer one."));
    }
    for (KsgContest contest : results.contests()) {
      blocks.add(
          new Report.Heading(
              Format.number("%s, %.4f nats", contest.task().describe(), contest.task().nats())));
      blocks.add(times(contest));
      for (KsgContender contender : contest.once()) {
        blocks.add(
            new Report.Paragraph(
                "One lap only, in the first round, of what takes minutes: "
                    + contender.id()
                    + "."));
      }
      blocks.add(ratios(contest));
    }
    results.notes().forEach(line -> blocks.add(new Report.Paragraph("Note: " + line + ".")));
    return new Report("Speed of the nearest-neighbour estimators", blocks);
  }

  private static Table times(KsgContest contest) {
    Table table = new Table("", "threads", "ms, best", "median", "most", "CPU ms", "cores", "nats");
    contest
        .laps()
        .forEach(
            (contender, laps) -> {
              Spread wall = contest.over(contender, KsgContest::milliseconds);
              Reply last = laps.get(laps.size() - 1);
              table.row(
                  last.peer(),
                  Integer.toString(contender.threads()),
                  Format.number("%,.1f", wall.least()),
                  Format.number("%,.1f", wall.median()),
                  Format.number("%,.1f", wall.most()),
                  Format.number(
                      "%,.1f", contest.over(contender, KsgContest::cpuMilliseconds).median()),
                  Format.number("%.2f", contest.over(contender, Reply::coreShare).median()),
                  Format.number("%.4f", last.value()));
            });
    return table;
  }

  private static Table ratios(KsgContest contest) {
    Table table = new Table("theirs / SteadyMI", "median", "over rounds", "to reach", "");
    for (KsgContender theirs : contest.laps().keySet()) {
      if (theirs != KsgContender.STEADYMI && theirs != KsgContender.STEADYMI_2) {
        table.row(
            row(
                theirs.id() + ", time, 1 thread",
                contest.ratio(theirs, KsgContender.STEADYMI, KsgContest::milliseconds)));
        table.row(
            row(
                theirs.id() + ", CPU time, 1 thread",
                contest.ratio(theirs, KsgContender.STEADYMI, KsgContest::cpuMilliseconds)));
        table.row(
            row(
                theirs.id() + ", time, ours with 2 threads",
                contest.ratio(theirs, KsgContender.STEADYMI_2, KsgContest::milliseconds)));
      }
    }
    return table;
  }

  private static String[] row(String label, Spread ratio) {
    return new String[] {
      label,
      Format.number("%.2f", ratio.median()),
      Format.number("%.2f … %.2f", ratio.least(), ratio.most()),
      Format.number("above %.0f", GOAL),
      ratio.median() > GOAL ? "reached" : "not reached"
    };
  }

  private static boolean shared(KsgContest contest) {
    return contest.over(KsgContender.STEADYMI, Reply::coreShare).median() < WHOLE;
  }
}
