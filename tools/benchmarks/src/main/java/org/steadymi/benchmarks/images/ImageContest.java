package org.steadymi.benchmarks.images;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.steadymi.benchmarks.protocol.Reply;
import org.steadymi.benchmarks.training.Spread;

/**
 * One network in SteadyMI and in PyTorch.
 *
 * @param network what is trained
 * @param parameters numbers that a gradient changes, of either
 * @param threads that each has
 * @param ours one lap per round
 * @param peers the same of PyTorch; empty without its environment
 */
record ImageContest(
    ImageNetwork network, int parameters, int threads, List<Reply> ours, List<Reply> peers) {
  /** Copies the lists. */
  ImageContest {
    ours = List.copyOf(ours);
    peers = List.copyOf(peers);
  }

  /** Images per second. */
  static Spread rates(List<Reply> laps) {
    return spread(laps, lap -> ImageNetwork.BATCH * lap.rate());
  }

  /** Processor time of an image, milliseconds. */
  static Spread cpuMilliseconds(List<Reply> laps) {
    return spread(laps, lap -> 1000 * cpuOfImage(lap));
  }

  /** Processor time over wall time. */
  static Spread cores(List<Reply> laps) {
    return spread(laps, Reply::coreShare);
  }

  /** Our rate over PyTorch's of the same round, over rounds. */
  Optional<Spread> speed() {
    return byRound(Reply::rate, false);
  }

  /** PyTorch's processor time over ours of the same round, over rounds. */
  Optional<Spread> processorTime() {
    return byRound(ImageContest::cpuOfImage, true);
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

  private static double cpuOfImage(Reply lap) {
    return lap.cpuSeconds() / lap.steps() / ImageNetwork.BATCH;
  }

  private static Spread spread(List<Reply> laps, ToDoubleFunction<Reply> figure) {
    return Spread.of(laps.stream().mapToDouble(figure).toArray());
  }
}
