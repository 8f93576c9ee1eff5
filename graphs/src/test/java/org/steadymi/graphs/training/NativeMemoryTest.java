package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.steadymi.graphs.critics.BilinearCritic;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.SeparableCritic;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.types.TFloat32;

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

  /** A loop with 2 M parameters and Adam's two moments holds 24 MiB: 16 that stayed, 384 MiB. */
  @Test
  void staysFlatOverLoops() throws IOException {
    BilinearCritic critic = new BilinearCritic(1024, 2048);
    ScoreSource source =
        (tf, parameters, draw) ->
            Scores.matrix(
                critic.scoreMatrix(
                    tf,
                    parameters,
                    tf.ones(tf.constant(new long[] {2, 1024}), TFloat32.class),
                    tf.ones(tf.constant(new long[] {2, 2048}), TFloat32.class)));
    buildAndClose(critic, source, 4);
    long before = residentKibibytes();
    buildAndClose(critic, source, 16);
    assertThat(residentKibibytes() - before).isLessThan(128 * 1024);
  }

  private static void run(TrainingLoop loop, int calls) {
    for (int i = 0; i < calls; i++) {
      loop.run(100);
    }
  }

  private static void buildAndClose(BilinearCritic critic, ScoreSource source, int times) {
    for (int i = 0; i < times; i++) {
      try (TrainingLoop loop =
          new TrainingLoop(
              new ParameterLayout(critic.parameters()),
              source,
              Losses.named("mine"),
              ADAM,
              new LoopSettings(2, i))) {
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
