package org.steadymi.benchmarks.images;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steadymi.benchmarks.training.Programs;

/** Who takes part. Environment and script of another framework have its name. */
enum ImageContender {
  /** Ours, which the others are compared with. */
  STEADYMI,
  PYTORCH,
  TENSORFLOW,
  JAX;

  /**
   * The contender of that name, as on the command line.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ImageContender named(String id) {
    return Arrays.stream(values())
        .filter(contender -> contender.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown contender '%s'; known: %s".formatted(id, ids(List.of(values())))));
  }

  /** Names as the command line takes them. */
  static String ids(List<ImageContender> contenders) {
    return contenders.stream().map(ImageContender::id).collect(Collectors.joining(","));
  }

  /** Its name. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why it cannot take part, in one line; empty if it can. */
  Optional<String> missing(Programs programs) {
    return this == STEADYMI ? Optional.empty() : programs.missing(id(), id());
  }

  /** Program and arguments; another framework's ends where its network has not our parameters. */
  List<String> command(Programs programs, ImageNetwork network, int threads) {
    return this == STEADYMI
        ? ImagePeer.command(network, threads)
        : programs.script(
            id(),
            id() + "_images.py",
            List.of(
                network.id(),
                "--threads",
                Integer.toString(threads),
                "--parameters",
                Integer.toString(network.parameters())));
  }
}
