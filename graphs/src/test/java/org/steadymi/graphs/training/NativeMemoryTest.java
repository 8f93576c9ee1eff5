package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Resident memory over many steps and many loops. The Java heap is asked to settle before each
 * look; its pages and the allocators' arenas move by some MiB, so a leak has to be larger to be
 * seen: the bounds are a part of what losing every tensor of a step, or every graph of a loop,
 * would take.
 */
class NativeMemoryTest {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Optimizer ADAM = new Optimizer.Adam(1e-3);

  @BeforeAll
  static void needsLinux() {
    assumeTrue(Files.isReadable(STATUS), "resident memory is read from /proc");
  }

  /** 4,000 steps that each lost their 64 × 64 scores once (16 KiB) would take 64 MiB. */
  @Test
  void staysFlatOverSteps() throws IOException {
    SeparableCritic critic =
        new SeparableCritic(4, 4, new SeparableCritic.Settings(16, 1, 8, false));
    GaussianBatches source = new GaussianBatches(critic, 4, 0.5);
    try (TrainingLoop loop =
        new TrainingLoop(
            source.layout(), source, Losses.named("remine"), ADAM, new LoopSettings(64, 1))) {
      run(loop, 20);
      long before = residentKibibytes();
      run(loop, 40);
      assertThat(residentKibibytes() - before).isLessThan(32 * 1024);
    }
  }

  /** Each loop holds a table of 32 MiB outside the Java heap: 16 that stayed, 512 MiB. */
  @Test
  void staysFlatOverLoops() throws IOException {
    LargeTable source = new LargeTable(new float[8 << 20]);
    buildAndClose(source, 4);
    long before = residentKibibytes();
    buildAndClose(source, 16);
    assertThat(residentKibibytes() - before).isLessThan(128 * 1024);
  }

  /** Scores that take one number of a table. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record LargeTable(float[] numbers) implements ScoreSource {
    private static final BilinearCritic CRITIC = new BilinearCritic(1, 1);

    @Override
    public List<TType> tables() {
      return List.of(TFloat32.tensorOf(Shape.of(numbers.length), DataBuffers.of(numbers)));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Scores scores(Ops tf, Parameters parameters, Draw draw) {
      Operand<TFloat32> table = (Operand<TFloat32>) draw.tables().get(0);
      Operand<TFloat32> x =
          tf.gather(table, tf.constant(new int[][] {{0}, {1}}), tf.constant(0)); // [2, 1]
      return Scores.matrix(CRITIC.scoreMatrix(tf, parameters, x, x));
    }
  }

  private static void run(TrainingLoop loop, int calls) {
    for (int i = 0; i < calls; i++) {
      loop.run(100);
    }
  }

  private static void buildAndClose(LargeTable source, int times) {
    ParameterLayout layout = new ParameterLayout(LargeTable.CRITIC.parameters());
    for (int i = 0; i < times; i++) {
      try (TrainingLoop loop =
          new TrainingLoop(layout, source, Losses.named("mine"), ADAM, new LoopSettings(2, i))) {
        loop.run(2);
      }
    }
  }

  private static long residentKibibytes() throws IOException {
    System.gc();
    return Files.readAllLines(STATUS).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
