package org.steadymi.benchmarks.duel;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * SteadyMI and another program at the same work.
 *
 * @param ours one lap per round
 * @param theirs the same of the other
 */
public record Duel(List<Reply> ours, List<Reply> theirs) {
  /** Copies the lists. */
  public Duel {
    ours = List.copyOf(ours);
    theirs = List.copyOf(theirs);
  }

  /** Units per second. */
  public static Spread rates(List<Reply> laps, int perStep) {
    return spread(laps, lap -> perStep * lap.rate());
  }

  /** Processor time of a unit, milliseconds. */
  public static Spread cpuMilliseconds(List<Reply> laps, int perStep) {
    return spread(laps, lap -> 1000 * lap.cpuOfStep() / perStep);
  }

  /** Processor time over wall time. */
  public static Spread cores(List<Reply> laps) {
    return spread(laps, Reply::coreShare);
  }

  /** Our rate over theirs of the same round, over rounds. */
  public Spread speed() {
    return byRound(round -> ours.get(round).rate() / theirs.get(round).rate());
  }

  /** Their processor time over ours of the same round, over rounds. */
  public Spread processorTime() {
    return byRound(round -> theirs.get(round).cpuOfStep() / ours.get(round).cpuOfStep());
  }

  private Spread byRound(IntToDoubleFunction ratio) {
    return Spread.of(IntStream.range(0, ours.size()).mapToDouble(ratio).toArray());
  }

  private static Spread spread(List<Reply> laps, ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.stream().mapToDouble(figure).toArray());
  }
}
