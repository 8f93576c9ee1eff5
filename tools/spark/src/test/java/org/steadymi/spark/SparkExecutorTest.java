package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.laboratory.Observer;
import org.steadymi.laboratory.Placement;
import org.steadymi.laboratory.Work;
import org.steadymi.laboratory.cells.CellKey;
import org.steadymi.laboratory.cells.CellResult;
import org.steadymi.laboratory.cells.StoppedException;
import org.steadymi.laboratory.store.Store;
import org.steadymi.laboratory.store.StudyRecord;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;
import org.steadymi.laboratory.study.TrainingGrid;

class SparkExecutorTest {
  private static final StudyRecord RECORD = new StudyRecord(Map.of("study", "attempts"));
  private static final Settings SETTINGS =
      new Settings(Preset.QUICK, 1, new TrainingGrid(1, List.of(), ""));

  @TempDir private Path folder;
  private CountedAttempts source;
  private final AtomicLong advanced = new AtomicLong();
  private final ConcurrentLinkedQueue<String> finished = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void aPlaceForAttempts() throws IOException {
    source = new CountedAttempts(Files.createDirectory(folder.resolve("attempts")).toString());
  }

  /** Hears of steps and finished cells. */
  private class Listener implements Observer {
    @Override
    public void advanced(long steps) {
      advanced.addAndGet(steps);
    }

    @Override
    public void finished(CellKey key, CellResult result) {
      finished.add(key.text());
    }
  }

  private static SparkExecutor executor(Optional<Duration> timeout) {
    Placement placement = new Placement("spark", OptionalInt.of(2), timeout);
    return new SparkExecutor(Configuration.of(placement.on(), placement.jobs()), placement);
  }

  private Store store() {
    return Store.open(folder.resolve("study"), RECORD, true);
  }

  private void run(SparkExecutor executor, Store store, String... keys) {
    executor.run(new Work("attempts", SETTINGS, source.cells(keys), store, new Listener()), source);
  }

  @Test
  void aCellThatFailsOrIsLateIsTriedAgain() {
    String[] keys = {"cell=1,does=succeed", "cell=2,does=fail-once", "cell=3,does=late-once"};
    try (Store store = store()) {
      run(executor(Optional.of(Duration.ofSeconds(1))), store, keys);
      assertThat(keys).allMatch(key -> store.holds(new CellKey(key)));
    }
    assertThat(finished).containsExactlyInAnyOrder(keys);
    assertThat(advanced).hasValue(3 * CountedAttempts.STEPS);
    assertThat(keys).extracting(source::attempts).containsExactly(1L, 2L, 2L);
  }

  @Test
  void aCellThatAlwaysFailsEndsTheStudyWithWhatItThrew() {
    try (Store store = store()) {
      assertThatThrownBy(() -> run(executor(Optional.empty()), store, "does=fail"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cell does=fail fails");
      assertThat(store.holds(new CellKey("does=fail"))).isFalse();
    }
    assertThat(source.attempts("does=fail")).isEqualTo(Configuration.ATTEMPTS);
  }

  @Test
  void aCellThatFillsTheMemoryDoesNotEndTheProcess() {
    try (Store store = store()) {
      assertThatThrownBy(() -> run(executor(Optional.empty()), store, "does=fill-memory"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("cell does=fill-memory: out of Java memory; give more with ");
    }
    assertThat(source.attempts("does=fill-memory")).isEqualTo(Configuration.ATTEMPTS);
  }

  @Test
  void aCellThatIsAlwaysLateIsNamed() {
    try (Store store = store()) {
      assertThatThrownBy(
              () -> run(executor(Optional.of(Duration.ofMillis(10))), store, "does=wait"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("cell does=wait took longer than ");
    }
    assertThat(source.attempts("does=wait")).isEqualTo(Configuration.ATTEMPTS);
  }

  @Test
  void stoppedItKeepsWhatIsFinished() {
    SparkExecutor executor = executor(Optional.empty());
    Observer stopper =
        new Observer() {
          @Override
          public void finished(CellKey key, CellResult result) {
            executor.stop();
          }
        };
    List<String> keys = List.of("cell=1,does=wait", "cell=2,does=succeed");
    try (Store store = store()) {
      Work work =
          new Work("attempts", SETTINGS, source.cells(keys.toArray(String[]::new)), store, stopper);
      assertThatThrownBy(() -> executor.run(work, source)).isInstanceOf(StoppedException.class);
      assertThat(keys)
          .extracting(key -> store.holds(new CellKey(key)))
          .containsExactly(false, true);
    }
  }

  @Test
  void aCheckpointOfAnEarlierRunIsTakenAlong() {
    CellKey key = new CellKey("does=succeed");
    try (Store store = store()) {
      store.writeCheckpoint(key, new byte[] {7});
      run(executor(Optional.empty()), store, key.text());
      assertThat(store.read(key).number("from")).isEqualTo(7);
      assertThat(store.checkpoint(key)).isEmpty();
    }
  }
}
