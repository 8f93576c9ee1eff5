package org.steadymi.laboratory;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.study.Comparison;
import org.steadymi.laboratory.study.Comparison.Published;
import org.steadymi.laboratory.study.Conclusion;
import org.steadymi.laboratory.study.Interval;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Results;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.Study;
import org.steadymi.laboratory.study.TrainingGrid;
import org.steadymi.report.Note;
import org.steadymi.report.Section;

/**
 * Cells that sum whole numbers, one a step, with a checkpoint after each; the log tells which steps
 * were done.
 *
 * @param log cell and step, in the order they were done
 * @param failing number of a cell that fails in the middle; none has number −1
 */
record CountingStudy(ConcurrentLinkedQueue<String> log, int failing) implements Study {
  static final int CELLS = 6;

  CountingStudy() {
    this(new ConcurrentLinkedQueue<>(), -1);
  }

  CountingStudy failingAt(int cell) {
    return new CountingStudy(log, cell);
  }

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public String title() {
    return "Counting";
  }

  @Override
  public String shows() {
    return "that cells are run once";
  }

  @Override
  public Settings defaults(Preset preset) {
    return new Settings(preset, 2, new TrainingGrid(20, List.of(), ""));
  }

  @Override
  public List<Cell> cells(Settings settings) {
    return IntStream.range(0, CELLS)
        .<Cell>mapToObj(i -> new Summing(i, settings.steps() * (i + 1)))
        .toList();
  }

  @Override
  public Conclusion conclude(Settings settings, Results results) {
    double[] sums =
        cells(settings).stream().mapToDouble(c -> results.of(c.key()).number("sum")).toArray();
    return new Conclusion(
        List.of("The sums are " + List.of(sums[0], sums[CELLS - 1]) + "."),
        List.of(new Section("sums", "Sums", "", List.of(Note.info("none")))),
        List.of(new Comparison("sum", Published.at(1, "nobody"), Interval.of(sums))));
  }

  private final class Summing implements Cell {
    private final int number;
    private final int steps;

    Summing(int number, int steps) {
      this.number = number;
      this.steps = steps;
    }

    @Override
    public CellKey key() {
      return CellKey.of("cell", number);
    }

    @Override
    public long steps() {
      return steps;
    }

    @Override
    public CellResult run(CellContext context) {
      ByteBuffer state = context.checkpoint().map(ByteBuffer::wrap).orElse(ByteBuffer.allocate(8));
      int first = state.getInt();
      int sum = state.getInt();
      context.advance(first);
      for (int step = first; step < steps; step++) {
        byte[] now = ByteBuffer.allocate(8).putInt(step).putInt(sum).array();
        if (context.stopping()) {
          context.save(now);
          throw new StoppedException();
        }
        if (number == failing && step == steps / 2) {
          context.save(now);
          throw new IllegalArgumentException("cell " + number + " fails");
        }
        log.add(number + ":" + step);
        sum += step;
        context.advance(1);
      }
      return new CellResult(Map.of("sum", (double) sum), Map.of(), List.of());
    }
  }
}
