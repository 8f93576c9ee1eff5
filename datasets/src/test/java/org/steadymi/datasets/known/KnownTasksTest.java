package org.steadymi.datasets.known;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownTasksTest {
  @Test
  void fortyTasksWithDifferentNames() {
    List<KnownTask> tasks = KnownTasks.all();
    assertThat(tasks).hasSize(40).doesNotHaveDuplicates();
    assertThat(tasks).extracting(KnownTask::id).doesNotHaveDuplicates();
    assertThat(tasks).extracting(KnownTask::title).doesNotHaveDuplicates();
    assertThat(KnownTasks.find("1v1-bimodal-0.75")).containsSame(tasks.get(4));
    assertThat(KnownTasks.find("1v1-bimodal")).isEmpty();
  }

  /** Czyż et al. 2023, arXiv:2306.11078, as benchmark-mi 0.1.3 prints its tasks. */
  @ParameterizedTest
  @CsvSource({
    "1v1-normal-0.75, 1, 1, 0.4133",
    "normal_cdf-1v1-normal-0.75, 1, 1, 0.4133",
    "1v1-additive-0.1, 1, 1, 1.7094",
    "1v1-additive-0.75, 1, 1, 0.3333",
    "1v1-bimodal-0.75, 1, 1, 0.4133",
    "wiggly-1v1-normal-0.75, 1, 1, 0.4133",
    "half_cube-1v1-normal-0.75, 1, 1, 0.4133",
    "student-identity-1-1-1, 1, 1, 0.2242",
    "asinh-student-identity-1-1-1, 1, 1, 0.2242",
    "swissroll_x-normal_cdf-1v1-normal-0.75, 2, 1, 0.4133",
    "multinormal-dense-2-2-0.5, 2, 2, 0.2939",
    "multinormal-dense-3-3-0.5, 3, 3, 0.4133",
    "multinormal-dense-5-5-0.5, 5, 5, 0.5928",
    "multinormal-dense-25-25-0.5, 25, 25, 1.2922",
    "multinormal-dense-50-50-0.5, 50, 50, 1.6243",
    "multinormal-sparse-2-2-2-2.0, 2, 2, 1.0217",
    "multinormal-sparse-3-3-2-2.0, 3, 3, 1.0217",
    "multinormal-sparse-5-5-2-2.0, 5, 5, 1.0217",
    "multinormal-sparse-25-25-2-2.0, 25, 25, 1.0217",
    "student-identity-2-2-1, 2, 2, 0.4319",
    "student-identity-2-2-2, 2, 2, 0.1931",
    "student-identity-3-3-2, 3, 3, 0.2909",
    "student-identity-3-3-3, 3, 3, 0.1787",
    "student-identity-5-5-2, 5, 5, 0.4482",
    "student-identity-5-5-3, 5, 5, 0.2985",
    "normal_cdf-multinormal-sparse-3-3-2-2.0, 3, 3, 1.0217",
    "normal_cdf-multinormal-sparse-5-5-2-2.0, 5, 5, 1.0217",
    "normal_cdf-multinormal-sparse-25-25-2-2.0, 25, 25, 1.0217",
    "half_cube-multinormal-sparse-3-3-2-2.0, 3, 3, 1.0217",
    "half_cube-multinormal-sparse-5-5-2-2.0, 5, 5, 1.0217",
    "half_cube-multinormal-sparse-25-25-2-2.0, 25, 25, 1.0217",
    "spiral-multinormal-sparse-3-3-2-2.0, 3, 3, 1.0217",
    "spiral-multinormal-sparse-5-5-2-2.0, 5, 5, 1.0217",
    "spiral-multinormal-sparse-25-25-2-2.0, 25, 25, 1.0217",
    "spiral-normal_cdf-multinormal-sparse-3-3-2-2.0, 3, 3, 1.0217",
    "spiral-normal_cdf-multinormal-sparse-5-5-2-2.0, 5, 5, 1.0217",
    "spiral-normal_cdf-multinormal-sparse-25-25-2-2.0, 25, 25, 1.0217",
    "asinh-student-identity-2-2-1, 2, 2, 0.4319",
    "asinh-student-identity-3-3-2, 3, 3, 0.2909",
    "asinh-student-identity-5-5-2, 5, 5, 0.4482",
  })
  void sizesAndMutualInformationArePublished(String id, int xSize, int ySize, double nats) {
    KnownTask task = KnownTasks.find(id).orElseThrow();
    assertThat(task.xSize()).isEqualTo(xSize);
    assertThat(task.ySize()).isEqualTo(ySize);
    assertThat(task.mi()).isCloseTo(nats, within(0.5e-4));
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    List.<Runnable>of(
            () -> new PairedNormal(2, 3, 0.5),
            () -> new PairedNormal(2, 1, 1),
            () -> new PairedNormal(2, 1, Double.NaN),
            () -> new DenseNormal(2, 1),
            () -> new DenseNormal(0, 0.5),
            () -> new AdditiveNoise(0),
            () -> new StudentT(1, 0),
            () -> new Bimodal(1, 0, 1),
            () -> new Bimodal(0.5, 1, 1),
            () -> new Spiral(2, 1),
            () -> SwissRoll.INSTANCE.width(2))
        .forEach(
            bad ->
                assertThatThrownBy(bad::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(": expected "));
  }
}
