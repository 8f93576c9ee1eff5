package org.steadymi.laboratory.known;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.estimators.sample.Methods;
import org.steadymi.laboratory.known.EstimateOutcome.Judged;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.report.Axis;
import org.steadymi.report.Block;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.HeatMap;
import org.steadymi.report.HeatMap.ColourScale;
import org.steadymi.report.Section;
import org.steadymi.report.Table;

/** The part of the report that is about samples of one size. */
final class RowsSection {
  /** Errors of this many nats and more have the darkest colour. */
  private static final double DARKEST = 0.5;

  private final int rows;
  private final List<MethodEstimates> methods;
  private final List<KnownTask> tasks;

  /** Of all methods, with the same tasks. */
  RowsSection(int rows, List<MethodEstimates> methods) {
    this.rows = rows;
    this.methods = methods;
    this.tasks = methods.get(0).tasks().stream().map(TaskEstimates::task).toList();
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(heat());
    blocks.add(estimates());
    methods.stream()
        .filter(m -> m.method().equals(Methods.AUTO))
        .forEach(
            auto -> {
              blocks.add(choices(auto));
              blocks.add(misses(auto));
            });
    blocks.add(everyEstimate());
    return new Section(
        "rows-" + rows, String.format(Locale.ROOT, "Samples of %,d rows", rows), "", blocks);
  }

  private HeatMap heat() {
    double[][] errors =
        IntStream.range(0, tasks.size())
            .mapToObj(
                task -> methods.stream().mapToDouble(m -> m.tasks().get(task).error()).toArray())
            .toArray(double[][]::new);
    Axis axis = Axis.linear("error, nats").within(-DARKEST, DARKEST);
    return HeatMap.of(
            "Mean estimate less truth, nats",
            new HeatMap.Side("method", methods.stream().map(MethodEstimates::method).toList()),
            new HeatMap.Side("task", tasks.stream().map(KnownTask::id).toList()),
            ColourScale.diverging(axis, 0),
            HeatMap.Cells.of(errors).with(new Column.Format(Column.Notation.FIXED, 2)))
        .withCaption("Mean over seeds. What is below 0 has one hue, what is above it another.");
  }

  private Table estimates() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("task", "which distribution"));
    columns.add(Column.fixed("I(X;Y)", "the truth, nats", 3));
    methods.forEach(m -> columns.add(Column.fixed(m.method(), "mean estimate, nats", 3)));
    List<List<Cell>> cells =
        IntStream.range(0, tasks.size())
            .mapToObj(
                task ->
                    Stream.concat(
                            Stream.of(tasks.get(task).id(), tasks.get(task).mi()),
                            methods.stream().map(m -> m.tasks().get(task).nats().mean()))
                        .toArray())
            .map(Table::row)
            .toList();
    return Table.of("Estimates by task and method", columns, cells)
        .withCaption("Means over seeds, nats.");
  }

  /** How the estimates came about: what a reader needs who asks why one is off. */
  private static Table choices(MethodEstimates auto) {
    List<List<Cell>> cells =
        auto.tasks().stream()
            .map(
                t ->
                    Table.row(
                        t.task().id(),
                        t.task().mi(),
                        t.nats().mean(),
                        t.error(),
                        t.onTraining().mean(),
                        counted(t, judged -> judged.chosen().stream()),
                        counted(t, judged -> Stream.of(judged.judgement().verdict().text())),
                        t.seconds().mean()))
            .toList();
    return Table.of(
            "auto: what the selection rows chose, and the verdict",
            List.of(
                Column.text("task", "which distribution"),
                Column.fixed("I(X;Y)", "the truth, nats", 3),
                Column.fixed("estimate", "mean over seeds, nats", 3),
                Column.fixed("error", "estimate less truth, nats", 3),
                Column.fixed(
                    "own rows", "what the critics read on the rows they were fitted on", 3),
                Column.text("chosen", "candidates, and in how many folds of all seeds"),
                Column.text("verdict", "and for how many seeds"),
                Column.fixed("seconds", "mean over seeds", 1)),
            cells)
        .withCaption(
            "A critic that reads much more on its own rows than on others has too few rows; one"
                + " that reads as little on its own does not see the dependence, or was not trained"
                + " for long enough.");
  }

  /** Names and how often they occur over all seeds, the most frequent first. */
  static String counted(TaskEstimates task, Function<Judged, Stream<String>> names) {
    Map<String, Integer> counts = new TreeMap<>();
    task.seeds().stream()
        .flatMap(seed -> seed.judged().stream())
        .flatMap(names)
        .forEach(name -> counts.merge(name, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private static Table misses(MethodEstimates auto) {
    List<List<Cell>> cells = new ArrayList<>();
    for (TaskEstimates t : auto.tasks()) {
      for (int i = 0; i < t.seeds().size(); i++) {
        EstimateOutcome outcome = t.seeds().get(i);
        int number = i + 1;
        outcome
            .judged()
            .filter(judged -> !judged.contains(t.task().mi()))
            .ifPresent(judged -> cells.add(miss(t.task(), number, outcome.nats(), judged)));
      }
    }
    return Table.of(
        "auto: every interval that misses the truth",
        List.of(
            Column.text("estimate", "task and number of the sample"),
            Column.fixed("I(X;Y)", "the truth, nats", 3),
            Column.fixed("nats", "the estimate", 3),
            Column.fixed("from", "lower end of its 95 % interval, nats", 3),
            Column.fixed("to", "upper end of its 95 % interval, nats", 3),
            Column.text("verdict", "warns unless it is trustworthy"),
            Column.text("reasons", "for the verdict")),
        cells);
  }

  private static List<Cell> miss(KnownTask task, int number, double nats, Judged judged) {
    return Table.row(
        task.id() + ", sample " + number,
        task.mi(),
        nats,
        judged.interval().lower(),
        judged.interval().upper(),
        judged.judgement().verdict().text(),
        String.join("; ", judged.judgement().reasons()));
  }

  private Table everyEstimate() {
    List<List<Cell>> cells = new ArrayList<>();
    for (MethodEstimates m : methods) {
      for (TaskEstimates t : m.tasks()) {
        Interval nats = t.nats();
        cells.add(
            Table.row(
                m.method() + ", " + t.task().id(),
                nats.n(),
                t.task().mi(),
                nats.mean(),
                nats.low(),
                nats.high(),
                t.error(),
                t.absoluteError(),
                t.seconds().mean()));
      }
    }
    return Table.of(
        "Every method and task, with the interval over seeds",
        List.of(
            Column.text("estimate", "method and task"),
            Column.integer("n", "seeds with a finite estimate"),
            Column.fixed("I(X;Y)", "the truth, nats", 3),
            Column.fixed("nats", "mean estimate over seeds", 3),
            Column.fixed("from", "lower end of the mean's 95 % interval over seeds", 3),
            Column.fixed("to", "upper end of the mean's 95 % interval over seeds", 3),
            Column.fixed("error", "mean estimate less truth, nats", 3),
            Column.fixed("|error|", "mean over seeds of |estimate − truth|, nats", 3),
            Column.fixed("seconds", "mean over seeds, one thread", 1)),
        cells);
  }
}
