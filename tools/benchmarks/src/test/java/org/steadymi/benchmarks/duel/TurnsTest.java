package org.steadymi.benchmarks.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.steadymi.benchmarks.duel.Turns.Part;
import org.steadymi.benchmarks.protocol.PeerException;
import org.steadymi.benchmarks.protocol.Reply;

class TurnsTest {
  private static final Turns.Work WORK = new Turns.Work("work", "steps", 1);

  private final List<String> progress = new ArrayList<>();

  @TempDir private Path folder;

  @Test
  void aLapHasTheStepsThatTakeItsTime() {
    Turns.Taken<String> taken = turns(3, 0.5).take(WORK, Map.of("a", side("a", Part.REQUIRED)));
    // two trials of one step, which find 100 steps a second, a lap of the warm-up and three more
    assertThat(taken.laps().get("a").steps()).isEqualTo(1 + 1 + 50 + 3 * 50);
    assertThat(taken.replies().get("a")).extracting(Reply::steps).containsExactly(50, 50, 50);
    assertThat(progress).last().isEqualTo("work: round 3 of 3, steps/s: a 100.0");
  }

  @Test
  void everyRoundIsBegunByTheNext() throws IOException {
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    List.of("a", "b", "c").forEach(id -> sides.put(id, side(id, Part.REQUIRED)));
    turns(2, 0.01).take(WORK, sides);
    List<String> order = Files.readAllLines(folder.resolve("order"));
    assertThat(order.subList(order.size() - 6, order.size()))
        .containsExactly("a", "b", "c", "b", "c", "a");
  }

  @Test
  void whatTakesLongHasOneLapOfOneStepAndNoRehearsal() {
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    sides.put("often", side("often", Part.REQUIRED));
    sides.put("once", side("once", Part.ONCE));
    Turns.Taken<String> taken = turns(2, 0.5).take(WORK, sides);
    assertThat(taken.replies().get("often")).hasSize(2);
    assertThat(taken.replies().get("once")).extracting(Reply::steps).containsExactly(1);
    assertThat(taken.laps().get("once").steps()).isEqualTo(1);
    assertThat(progress)
        .endsWith(
            "work: round 1 of 2, steps/s: often 100.0 once 100.0",
            "work: round 2 of 2, steps/s: often 100.0");
  }

  @Test
  void whoIsOptionalAndFailsIsLeftOut() {
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    sides.put("broken", broken(Part.OPTIONAL));
    sides.put("absent", new Turns.Side("absent", List.of("/no/such/program"), Part.OPTIONAL));
    sides.put("a", side("a", Part.OPTIONAL));
    Turns.Taken<String> taken = turns(1, 0.01).take(WORK, sides);
    assertThat(taken.laps()).containsOnlyKeys("a");
    assertThat(taken.leftOut())
        .hasSize(2)
        .contains("left out: broken ended (exit code 3): no compiler")
        .allSatisfy(line -> assertThat(progress).contains(line));
    assertThat(taken.leftOut().get(1)).startsWith("left out: absent cannot be started");
  }

  @Test
  void whoIsRequiredAndFailsEndsIt() {
    Map<String, Turns.Side> sides = new LinkedHashMap<>();
    sides.put("a", side("a", Part.OPTIONAL));
    sides.put("broken", broken(Part.REQUIRED));
    assertThatThrownBy(() -> turns(1, 0.01).take(WORK, sides))
        .isInstanceOf(PeerException.class)
        .hasMessage("broken ended (exit code 3): no compiler");
  }

  @Test
  void nobodyIsNoRace() {
    assertThatThrownBy(() -> turns(1, 0.01).take(WORK, Map.of("broken", broken(Part.OPTIONAL))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("left out: broken ended (exit code 3): no compiler");
  }

  @ParameterizedTest
  @CsvSource({
    "1234, 3, 100, 3700",
    "10, 3, 100, 100",
    "333.3, 0.5, 100, 170",
    "99999, 1, 100, 100000",
    "0.2, 3, 1, 1",
    "2.3, 3, 1, 7"
  })
  void lapsHaveRoundNumbersOfSteps(double rate, double seconds, int least, int steps) {
    assertThat(new LapLength(seconds, least).steps(rate)).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({"1000, false", "1400, false", "1600, true", "600, true"})
  void lapsAreMeasuredOutAgainWhenTheFirstTrialMisled(double rate, boolean far) {
    assertThat(new LapLength(1, 100).isFarFrom(1000, rate)).isEqualTo(far);
  }

  private Turns turns(int rounds, double seconds) {
    return new Turns(rounds, seconds, progress::add);
  }

  /** Says that it does 100 steps a second, and writes its name into a file each time. */
  private Turns.Side side(String id, Part part) {
    String script =
        "while read command n; do"
            + " [ \"$command\" = run ] || exit 0;"
            + " echo %s >> %s;".formatted(id, folder.resolve("order"))
            + " printf '{\"peer\":\"p\",\"steps\":%d,\"seconds\":%d.%02d,\"cpu_seconds\":1,\"value\":0}\\n'"
            + " $n $((n / 100)) $((n % 100));"
            + " done";
    return new Turns.Side(id, List.of("sh", "-c", script), part);
  }

  private static Turns.Side broken(Part part) {
    return new Turns.Side(
        "broken", List.of("sh", "-c", "read line; echo no compiler >&2; exit 3"), part);
  }
}
