package org.steadymi.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir Path folder;

  @Test
  void namesTheCommandThatMakesAMissingEnvironment() {
    Programs programs = new Programs(folder, folder.resolve(".venv"));
    assertThat(programs.missing(Contender.JAX_SCAN).orElseThrow())
        .startsWith("jax-scan left out")
        .endsWith("tools/benchmarks/peers/setup jax makes it");
    assertThat(programs.missing(Contender.LOOP)).isEmpty();
  }

  @Test
  void runsAScriptInItsEnvironment() throws IOException {
    Path python = folder.resolve("jax/bin/python");
    Files.createDirectories(python.getParent());
    assertThat(Files.createFile(python).toFile().setExecutable(true)).isTrue();
    Programs programs = new Programs(folder.resolve("peers"), folder);
    assertThat(programs.missing(Contender.JAX_SCAN)).isEmpty();
    assertThat(programs.command(Contender.JAX_SCAN, GaussianTask.SEPARABLE, 64))
        .containsExactly(
            python.toString(),
            folder.resolve("peers/jax_critics.py").toString(),
            "separable",
            "--hidden",
            "64",
            "--parameters",
            // two towers 20-64-64-32 with biases
            Integer.toString(2 * (20 * 64 + 64 + 64 * 64 + 64 + 64 * 32 + 32)),
            "--scan");
  }

  @Test
  void runsOurOwnPeerInAVirtualMachineLikeThisOne() {
    assertThat(new Programs(folder, folder).command(Contender.REPLICAS, GaussianTask.CONCAT, 8))
        .endsWith(TrainingPeer.class.getName(), "REPLICAS", "concat", "8");
  }

  /** Every Python contender has its script, and every environment its requirements. */
  @Test
  void peersAreThere() {
    Path peers = Path.of("peers");
    for (Contender contender : Contender.values()) {
      if (contender.program() instanceof Contender.Python python) {
        assertThat(peers.resolve(python.script())).isRegularFile();
        assertThat(peers.resolve("requirements-" + python.environment() + ".txt")).isRegularFile();
      }
    }
  }
}
