package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.bulk.PartCount;
import org.steadymi.evaluator.bulk.PartsJob;
import org.steadymi.evaluator.scoring.RowFunction;

/** Parts within this process, which do what their number says. */
class SparkPartsExecutorTest {
  private static final String SPARK = "spark";
  private static final int FAILS = 100;
  private static final int FILLS_MEMORY = 101;
  private static final int FILLS_MEMORY_OF_LIBRARY = 102;

  @TempDir private Path folder;
  private Traces traces;

  @BeforeEach
  void aPlaceForTraces() {
    traces = new Traces(folder.toString());
  }

  /** Parts of no table. */
  private record Numbers() implements PartsJob {
    @Override
    public RowFunction open(int threads) {
      return new NoModel();
    }

    @Override
    public PartCount compute(RowFunction model, int part) {
      if (part == FAILS) {
        throw new IllegalArgumentException("part " + part + " fails");
      }
      if (part == FILLS_MEMORY) {
        throw new OutOfMemoryError("Java heap space");
      }
      if (part == FILLS_MEMORY_OF_LIBRARY) {
        throw new IllegalArgumentException(
            "table: out of Java memory", new OutOfMemoryError("Java heap space"));
      }
      return new PartCount(part, 2L * part);
    }
  }

  private record NoModel() implements RowFunction {
    @Override
    public int xSize() {
      return 0;
    }

    @Override
    public int ySize() {
      return 0;
    }

    @Override
    public List<String> columns() {
      return List.of();
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public String model() {
      return "none";
    }

    @Override
    public Rows apply(Optional<Rows> x, Optional<Rows> y) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }

  private List<PartCount> run(SparkConf conf, Integer... parts) {
    return new SparkPartsExecutor(SPARK, conf, Patience.USUAL, forWhat -> {})
        .run(new ObservedJob(new Numbers(), traces, 1), List.of(parts));
  }

  private static SparkConf twoAtOnce() {
    return Configuration.of(SPARK, OptionalInt.of(2));
  }

  @Test
  void countsComeInTheOrderOfThePartsAndTheModelIsOpenedOnceAndClosed() {
    Integer[] parts = IntStream.range(0, 8).boxed().toArray(Integer[]::new);
    assertThat(run(twoAtOnce(), parts))
        .isEqualTo(IntStream.range(0, 8).mapToObj(part -> new PartCount(part, 2L * part)).toList());
    assertThat(traces.processes(ObservedJob.USED)).hasSize(8);
    assertThat(traces.processes(ObservedJob.OPENED)).hasSize(1);
    assertThat(traces.processes(ObservedJob.CLOSED)).hasSize(1);
    assertThat(traces.processes(ObservedJob.asked(1))).hasSize(1);
  }

  @Test
  void aPartHasTheThreadsOfItsTask() {
    run(twoAtOnce().set("spark.task.cpus", "2"), 0);
    assertThat(traces.processes(ObservedJob.asked(2))).hasSize(1);
  }

  @Test
  void aPartThatAlwaysFailsEndsTheJobWithWhatItThrewAndTheModelIsClosed() {
    assertThatThrownBy(() -> run(twoAtOnce(), FAILS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("part 100 fails");
    assertThat(traces.processes(ObservedJob.USED)).hasSize(Configuration.ATTEMPTS);
    assertThat(traces.processes(ObservedJob.OPENED)).hasSize(1);
    assertThat(traces.processes(ObservedJob.CLOSED)).hasSize(1);
  }

  @Test
  void aPartThatFillsTheMemoryDoesNotEndTheProcess() {
    assertThatThrownBy(() -> run(twoAtOnce(), FILLS_MEMORY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("part 101: out of Java memory; give more with ");
    assertThat(traces.processes(ObservedJob.USED)).hasSize(Configuration.ATTEMPTS);
  }

  /** As reading a table does: Spark would end the process for the cause. */
  @Test
  void aPartWhoseFailureIsCausedByFullMemoryDoesNotEndTheProcess() {
    assertThatThrownBy(() -> run(twoAtOnce(), FILLS_MEMORY_OF_LIBRARY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("table: out of Java memory");
    assertThat(traces.processes(ObservedJob.USED)).hasSize(Configuration.ATTEMPTS);
  }
}
