package org.steadymi.datasets.known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.steadymi.datasets.known.KnownTask.Step;

/**
 * The forty tasks of the benchmark of Czyż et al. 2023, arXiv:2306.11078, under the names and with
 * the parameters of its package benchmark-mi 0.1.3, in its order.
 */
public final class KnownTasks {
  private static final List<KnownTask> ALL = List.copyOf(catalogue());

  private KnownTasks() {}

  /** All forty. */
  public static List<KnownTask> all() {
    return ALL;
  }

  /** The task of that id, where there is one. */
  public static Optional<KnownTask> find(String id) {
    return ALL.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  private static List<KnownTask> catalogue() {
    List<KnownTask> tasks = new ArrayList<>(oneDimensional());
    Stream.of(2, 3, 5, 25, 50).map(KnownTasks::dense).forEach(tasks::add);
    Stream.of(2, 3, 5, 25).map(KnownTasks::twoPairs).forEach(tasks::add);
    tasks.add(student(2, 1));
    tasks.add(student(2, 2));
    tasks.add(student(3, 2));
    tasks.add(student(3, 3));
    tasks.add(student(5, 2));
    tasks.add(student(5, 3));
    List<KnownTask> pairs = Stream.of(3, 5, 25).map(KnownTasks::twoPairs).toList();
    pairs.stream().map(KnownTasks::normalCdf).forEach(tasks::add);
    pairs.stream().map(KnownTasks::halfCube).forEach(tasks::add);
    pairs.stream().map(KnownTasks::spiral).forEach(tasks::add);
    pairs.stream().map(KnownTasks::normalCdf).map(KnownTasks::spiral).forEach(tasks::add);
    tasks.add(asinh(student(2, 1)));
    tasks.add(asinh(student(3, 2)));
    tasks.add(asinh(student(5, 2)));
    return tasks;
  }

  private static List<KnownTask> oneDimensional() {
    KnownTask normal =
        KnownTask.of("1v1-normal-0.75", "Bivariate normal 1 × 1", new PairedNormal(1, 1, 0.75));
    KnownTask uniform = normalCdf(normal);
    KnownTask student = student(1, 1);
    Step twoModes = new Step(new Bimodal(0.3, 0, 5), new Bimodal(0.5, -1, 3));
    return List.of(
        normal,
        uniform,
        additive(0.1),
        additive(0.75),
        normal.then(
            "1v1-bimodal-0.75",
            "Bimodal 1 × 1",
            "x as 0.3 N(0, 1) + 0.7 N(5, 1), y as 0.5 N(−1, 1) + 0.5 N(3, 1), by F⁻¹ ∘ Φ,",
            twoModes),
        under(
            "wiggly",
            "Wiggly",
            "v plus three small sines each",
            normal,
            new Step(Elementwise.WIGGLY_X, Elementwise.WIGGLY_Y)),
        halfCube(normal),
        student,
        asinh(student),
        uniform.then(
            "swissroll_x-" + uniform.id(),
            "Swiss roll 2 × 1",
            "(t cos t, t sin t)/21 in the place of x, t = 3π/2 · (1 + 2x),",
            new Step(SwissRoll.INSTANCE, Identity.INSTANCE)));
  }

  private static KnownTask additive(double epsilon) {
    return KnownTask.of(
        "1v1-additive-" + epsilon,
        "Uniform 1 × 1 (additive noise=" + epsilon + ")",
        new AdditiveNoise(epsilon));
  }

  private static KnownTask dense(int dim) {
    return KnownTask.of(
        "multinormal-dense-" + dim + "-" + dim + "-0.5",
        "Multinormal " + dim + " × " + dim + " (dense)",
        new DenseNormal(dim, 0.5));
  }

  private static KnownTask twoPairs(int dim) {
    return KnownTask.of(
        "multinormal-sparse-" + dim + "-" + dim + "-2-2.0",
        "Multinormal " + dim + " × " + dim + " (2-pair)",
        new PairedNormal(dim, 2, 0.8));
  }

  private static KnownTask student(int dim, int dof) {
    return KnownTask.of(
        "student-identity-" + dim + "-" + dim + "-" + dof,
        "Student-t " + dim + " × " + dim + " (dof=" + dof + ")",
        new StudentT(dim, dof));
  }

  private static KnownTask normalCdf(KnownTask task) {
    return under("normal_cdf", "Normal CDF", "Φ", task, both(Elementwise.NORMAL_CDF));
  }

  private static KnownTask halfCube(KnownTask task) {
    return under("half_cube", "Half-cube", "v · √abs v", task, both(Elementwise.HALF_CUBE));
  }

  private static KnownTask asinh(KnownTask task) {
    return under("asinh", "Asinh", "asinh", task, both(Elementwise.ASINH));
  }

  private static KnownTask spiral(KnownTask task) {
    int dim = task.xSize();
    Step step = new Step(new Spiral(dim, 0), new Spiral(dim, 1));
    return under(
        "spiral", "Spiral", "(x₁, x₂) turned by ‖x‖²/d and (y₂, y₃) by ‖y‖²/d,", task, step);
  }

  private static Step both(MarginalMap map) {
    return new Step(map, map);
  }

  /** The map's name before the names of the task. */
  private static KnownTask under(String id, String title, String words, KnownTask task, Step step) {
    return task.then(id + "-" + task.id(), title + " @ " + task.title(), words, step);
  }
}
