package org.steadymi.benchmarks.training;

import java.util.Arrays;
import org.steadymi.benchmarks.protocol.Reply;

/** Laps of one second at given rates. */
final class Laps {
  private Laps() {}

  static Performance of(Contender contender, int... rates) {
    return new Performance(
        contender,
        2000,
        Arrays.stream(rates)
            .mapToObj(rate -> new Reply(contender.id() + " 1.0", rate, 1, 1, 2.5))
            .toList());
  }
}
