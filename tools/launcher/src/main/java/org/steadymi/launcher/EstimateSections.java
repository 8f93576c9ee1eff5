package org.steadymi.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;
import org.steadymi.estimators.sample.LearningCurve;
import org.steadymi.estimators.sample.LearningCurve.Look;
import org.steadymi.estimators.sample.RowScores;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Chart;
import org.steadymi.report.Column;
import org.steadymi.report.Grid;
import org.steadymi.report.Histogram;
import org.steadymi.report.Histogram.Bins;
import org.steadymi.report.LineChart;
import org.steadymi.report.Note;
import org.steadymi.report.ReferenceLine;
import org.steadymi.report.ScatterChart;
import org.steadymi.report.Section;
import org.steadymi.report.Series;
import org.steadymi.report.Table;
import org.steadymi.report.Values;

/**
 * The parts of a page about an estimate: what stands beside the number, how critics learned, their
 * scores, and which rows tell.
 *
 * @param estimate of a table
 * @param scores of held-out rows
 * @param curves of the networks that count most
 * @param positions where the rows lie
 */
record EstimateSections(
    Estimate estimate, RowScores scores, List<LearningCurve> curves, List<Position> positions) {
  private static final int BINS = 60;

  /**
   * A number for each row.
   *
   * @param name what it is
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
  record Position(String name, double[] values) {
    Position(String name, DoubleStream values) {
      this(name, values.toArray());
    }
  }

  List<Section> all() {
    return List.of(parts(), learning(), scored(), rows());
  }

  private Section parts() {
    return new Section(
        "parts",
        "The estimate, part by part, and what stands beside it",
        "Every part of the rows is held out once and read by critics that were neither fitted nor"
            + " chosen on it. Estimators without critics see all rows.",
        List.of(folds(), baselines()));
  }

  private Table folds() {
    List<List<Cell>> cells = new ArrayList<>();
    for (FoldEstimate fold : estimate.folds()) {
      cells.add(
          Table.row(
              "part " + (1 + cells.size()),
              fold.rows(),
              fold.nats(),
              fold.choice().nats(),
              fold.onTraining(),
              fold.choice().critics()));
    }
    return Table.of(
        "J − log M of each part, nats",
        List.of(
            Column.text("held out", "part of the rows"),
            Column.integer("rows", "held out"),
            Column.fixed("held-out rows", "whose mean over the parts is the estimate", 3),
            Column.fixed("rows that chose", "the critics", 3),
            Column.fixed("rows fitted on", "which critics know too well", 3),
            Column.text("critics", "whose mean was chosen, and how often each counts")),
        cells);
  }

  private Table baselines() {
    List<List<Cell>> cells = new ArrayList<>();
    cells.add(Table.row("critics", estimate.nats(), EstimateSummary.WHAT));
    for (BaselineEstimate baseline : estimate.baselines()) {
      cells.add(Table.row(baseline.name(), baseline.nats(), baseline.what()));
    }
    return Table.of(
        "Estimates of I(X;Y)",
        List.of(
            Column.text("estimator", "its name"),
            Column.fixed("nats", "its estimate", 3),
            Column.text("what", "it is")),
        cells);
  }

  private Section learning() {
    List<Block> blocks = new ArrayList<>();
    if (!curves.isEmpty()) {
      blocks.add(new Grid(2, curves.stream().map(EstimateSections::chart).toList()));
    }
    int closed = estimate.folds().size() - curves.size();
    if (closed > 0) {
      blocks.add(
          Note.info(
              String.format(
                  Locale.ROOT,
                  "In %d of %d parts a closed form counts most, which is not trained.",
                  closed,
                  estimate.folds().size())));
    }
    return new Section(
        "learning",
        "How critics learned",
        "The network that counts most in a part, trained once more in the same way. The rows that"
            + " choose say which step is taken; the rows held out say nothing, and show what it is"
            + " worth. The estimate is that of the mean of all critics chosen, which errs less than"
            + " one of them.",
        blocks);
  }

  private static Chart chart(LearningCurve curve) {
    double[] steps = curve.looks().stream().mapToDouble(Look::step).toArray();
    double[] chose = curve.looks().stream().mapToDouble(Look::onSelection).toArray();
    double[] heldOut = curve.looks().stream().mapToDouble(Look::onHeldOut).toArray();
    return LineChart.of(
        "Part " + curve.fold() + ": " + curve.candidate(),
        "training step",
        "J − log M, nats",
        Series.of("rows that choose", steps, chose),
        Series.of("rows held out", steps, heldOut));
  }

  private Section scored() {
    Values joint = Values.of(scores.joint());
    Values marginal = Values.of(scores.marginal());
    Values edges = Histogram.edges(BINS, joint, marginal);
    return new Section(
        "scores",
        "Scores of held-out rows",
        "The further the two distributions lie apart, the more X tells about Y. The mean score of"
            + " whole rows is the estimate.",
        List.of(
            Histogram.of(
                    "log p(x, y) / p(x)p(y) of pairs",
                    "nats",
                    "share of pairs",
                    Bins.shares("x and y of one row", edges, joint),
                    Bins.shares("x and y of two rows", edges, marginal))
                .withReferences(ReferenceLine.at(estimate.nats(), "estimate"))));
  }

  private Section rows() {
    return new Section(
        "rows",
        "Which rows tell",
        "The pointwise mutual information of every row, by critics that never saw it: above 0 its x"
            + " and y are seen together more often than apart, below 0 less often.",
        positions.stream().map(this::scatter).toList());
  }

  private Block scatter(Position position) {
    return ScatterChart.of(
            "Pointwise mutual information by " + position.name(),
            position.name(),
            "nats",
            ScatterChart.Group.of("rows", position.values(), estimate.pointwise()))
        .withHorizontal(ReferenceLine.at(estimate.nats(), "estimate"));
  }
}
