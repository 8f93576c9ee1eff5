package org.steadymi.benchmarks.duel;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.steadymi.benchmarks.protocol.Reply;

/**
 * SteadyMI and another program at the same work.
 *
 * @param ours one lap per round
 * @param peers the same of the other; empty without its environment
 */
public record Duel(List<Reply> ours, List<Reply> peers) {
  /** Below it, a process shared the cores that it had threads for. */
  private static final double WHOLE = 0.95;

  /** Copies the lists. */
  public Duel {
    ours = List.copyOf(ours);
    peers = List.copyOf(peers);
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
  public Optional<Spread> speed() {
    return byRound(Reply::rate, false);
  }

  /** Their processor time over ours of the same round, over rounds. */
  public Optional<Spread> processorTime() {
    return byRound(Reply::cpuOfStep, true);
  }

  /** Whether other processes had to be let onto the cores: neither side kept all of them busy. */
  public boolean shared(int threads) {
    return Stream.of(ours, peers)
        .filter(laps -> !laps.isEmpty())
        .allMatch(laps -> cores(laps).median() < WHOLE * threads);
  }

  private Optional<Spread> byRound(ToDoubleFunction<Reply> figure, boolean inverse) {
    if (peers.isEmpty()) {
      return Optional.empty();
    }
    double[] ratios =
        IntStream.range(0, ours.size())
            .mapToDouble(
                i -> figure.applyAsDouble(ours.get(i)) / figure.applyAsDouble(peers.get(i)))
            .map(ratio -> inverse ? 1 / ratio : ratio)
            .toArray();
    return Optional.of(Spread.of(ratios));
  }

  private static Spread spread(List<Reply> laps, ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.stream().mapToDouble(figure).toArray());
  }
}
