package org.steadymi.benchmarks.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.steadymi.benchmarks.duel.Turns.Side;
import org.steadymi.benchmarks.protocol.Reply;

class TurnsTest {
  /** Does two units of work a second, as it says, and answers with the number of the command. */
  private static final String PEER =
      "count=0; while read command n; do"
          + " [ \"$command\" = run ] || exit 0; count=$((count + 1));"
          + " echo \"{\\\"peer\\\":\\\"shell\\\",\\\"steps\\\":$n,\\\"seconds\\\":$((n * 5))e-1,\\\"cpu_seconds\\\":1,\\\"value\\\":$count}\";"
          + " done";

  private static final List<String> COMMAND = List.of("sh", "-c", PEER);

  private final List<String> progress = new ArrayList<>();

  @Test
  void aLapOfEveryRoundLastsAsLongAsAsked() {
    List<List<Reply>> laps = take(new Side("often", COMMAND), new Side("too", COMMAND));
    assertThat(laps)
        .hasSize(2)
        .allSatisfy(
            side -> {
              assertThat(side)
                  .extracting(Reply::steps)
                  .containsExactly(8, 8, 8); // of half a second
              assertThat(side).extracting(Reply::value).containsExactly(3.0, 4.0, 5.0);
            });
  }

  @Test
  void whatTakesLongHasOneLapOfOneUnitAndNoRehearsal() {
    List<List<Reply>> laps = take(new Side("often", COMMAND), new Side("once", COMMAND, true));
    assertThat(laps.get(0)).hasSize(3);
    assertThat(laps.get(1)).containsExactly(new Reply("shell", 1, 0.5, 1, 1));
    assertThat(progress)
        .containsExactly(
            "sums: warming up",
            "sums: round 1 of 3, shell 2.0 sums/s, shell 2.0 sums/s",
            "sums: round 2 of 3, shell 2.0 sums/s",
            "sums: round 3 of 3, shell 2.0 sums/s");
  }

  private List<List<Reply>> take(Side... sides) {
    return new Turns(3, 4, progress::add).take(new Turns.Work("sums", "sums", 1), List.of(sides));
  }
}
