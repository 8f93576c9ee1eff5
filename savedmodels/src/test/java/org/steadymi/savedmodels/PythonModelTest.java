package org.steadymi.savedmodels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A critic that Python trained and wrote; skipped where no Python with TensorFlow is named. */
class PythonModelTest {
  private static final String PYTHON = "STEADYMI_PYTHON";

  @TempDir private Path folder;

  @Test
  void aCriticTrainedInPythonIsLoaded() throws IOException, InterruptedException {
    String python = System.getenv(PYTHON);
    assumeTrue(
        python != null,
        PYTHON
            + " names no Python with TensorFlow: the build needs none, and .ci/run tests both directions");
    Path model = folder.resolve("model");
    int exit =
        new ProcessBuilder(python, "python/train_in_python.py", model.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start()
            .waitFor();
    assertThat(exit).isZero();
    try (SavedCritic critic = SavedCritic.load(model)) {
      assertThat(critic.assumed()).isEmpty();
      assertThat(critic.manifest().orElseThrow().getLoss().getName()).isEqualTo("infonce");
      float[] x = {1, 0, -1, 2, 0};
      float[] y = {0, 1, 2, 0, -1};
      assertThat(critic.score(x, y, 1)[0])
          .isCloseTo(critic.scoreMatrix(x, 1, y, 1)[0], within(1e-5f));
    }
  }
}
