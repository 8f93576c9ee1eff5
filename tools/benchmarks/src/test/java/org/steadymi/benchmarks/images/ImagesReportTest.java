package org.steadymi.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.duel.Setup;
import org.steadymi.benchmarks.machine.Machine;
import org.steadymi.benchmarks.protocol.Reply;

class ImagesReportTest {
  private static final StepTimes TIMES =
      new StepTimes(
          ImageNetwork.SMALL_CNN, Map.of("Conv2D", 1.0, "Conv2DBackpropInput", 2.0, "Relu", 1.0));

  @Test
  void ratiosAreOfTheSameRoundAndProcessorTimeIsInverse() {
    // 200 and 400 images/s against 100 and 100; half a core against a whole one
    String report =
        markdown(
            List.of(new Reply("ours", 2, 1, 0.5, 2), new Reply("ours", 4, 1, 1, 2)),
            List.of(new Reply("theirs", 1, 1, 1, 2), new Reply("theirs", 1, 1, 1, 2)),
            List.of(new Reply("cifar10", 50_000, 2.5, 2, 3072)));
    assertThat(report)
        .contains("| small-cnn: ours | 305,258 | 1 | 400.0 | 300.0 | 200.0 | 2.50 | 0.75 | 2.00 |")
        .contains(
            "| small-cnn, SteadyMI / pytorch, images/s | 1 | 3.00 | 2.00 … 4.00 | 1 | reached |")
        .contains(
            "| small-cnn, SteadyMI / pytorch, images per CPU second | 1 | 4.00 | 4.00 … 4.00 | 1 | reached |")
        .contains("| not in convolutions | 25.0 % |\n| Conv2DBackpropInput | 50.0 % |")
        .contains("2.50 s (2.50 … 2.50 s), 2.00 s of processor time; to reach 2 s: not reached.");
  }

  /** A side that leaves a core idle by itself is no sign of others. */
  @Test
  void coresWereSharedWhereBothSidesHadTheLess() {
    List<Reply> half = List.of(new Reply("one", 1, 1, 0.5, 2));
    List<Reply> whole = List.of(new Reply("other", 1, 1, 1, 2));
    assertThat(markdown(half, half, List.of())).contains("Note: other processes took part");
    assertThat(markdown(half, whole, List.of())).doesNotContain("other processes");
  }

  @Test
  void saysWhatIsLeftOut() {
    assertThat(markdown(List.of(new Reply("ours", 1, 1, 1, 2)), List.of(), List.of()))
        .doesNotContain("images per CPU second")
        .contains("Left out: CIFAR-10 is not where")
        .endsWith("Note: pytorch left out.\n");
  }

  /** Of JAX there is no goal. */
  @Test
  void everyPeerHasItsRatiosAndItsReasonToBeAbsent() {
    List<Reply> once = List.of(new Reply("one", 1, 1, 1, 2));
    List<Reply> twice = List.of(new Reply("two", 2, 1, 1, 2));
    assertThat(
            markdown(
                Map.of(ImageContender.STEADYMI, once, ImageContender.JAX, twice),
                List.of("left out: tensorflow ended"),
                List.of()))
        .contains("| small-cnn, SteadyMI / jax, images/s | 1 | 0.50 | 0.50 … 0.50 |  |  |")
        .contains("Note: small-cnn, threads 1, left out: tensorflow ended.\n")
        .doesNotContain("pytorch, images/s");
  }

  private static String markdown(List<Reply> ours, List<Reply> pytorch, List<Reply> packing) {
    Map<ImageContender, List<Reply>> laps = new EnumMap<>(ImageContender.class);
    laps.put(ImageContender.STEADYMI, ours);
    if (!pytorch.isEmpty()) {
      laps.put(ImageContender.PYTORCH, pytorch);
    }
    return markdown(laps, List.of(), packing);
  }

  private static String markdown(
      Map<ImageContender, List<Reply>> laps, List<String> leftOut, List<Reply> packing) {
    return ImagesReport.of(
            new ImageResults(
                new Machine("Abacus", 2, "Linux amd64", "VM 17"),
                new Setup("run images", 2, 1, "on core 0"),
                List.of(new ImageContest(ImageNetwork.SMALL_CNN, 305_258, 1, laps, leftOut)),
                List.of(TIMES),
                packing,
                List.of("pytorch left out")))
        .markdown();
  }
}
