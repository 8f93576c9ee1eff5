package org.steadymi.laboratory.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Sample;
import org.steadymi.report.Chart;

/**
 * All critics that were trained on one loss in a one-hot study.
 *
 * @param name the loss
 * @param runs one for each seed
 */
record LossRuns(String name, List<OneHotRun> runs) {
  static LossRuns of(String name, List<OneHotCell> cells, Results results, Tail tail) {
    List<OneHotRun> runs = new ArrayList<>();
    for (OneHotCell cell : cells) {
      CellResult result = results.of(cell.key());
      for (int r = 0; r < cell.group().replicas(); r++) {
        runs.add(OneHotRun.of(result.curves().get(r), cell.lastScores(result, r), tail));
      }
    }
    return new LossRuns(name, runs);
  }

  long count(Diagnosis.State state) {
    return runs.stream().filter(run -> run.diagnosis().state() == state).count();
  }

  Sample sample(ToDoubleFunction<OneHotRun> quantity) {
    return Sample.of(runs.stream().mapToDouble(quantity).toArray());
  }

  Interval interval(ToDoubleFunction<OneHotRun> quantity) {
    return Interval.of(runs.stream().mapToDouble(quantity).toArray());
  }

  /** The scores of the first seed. */
  Optional<Chart> histogram() {
    return runs.get(0).scores().map(scores -> scores.histogram(name + ": scores"));
  }
}
