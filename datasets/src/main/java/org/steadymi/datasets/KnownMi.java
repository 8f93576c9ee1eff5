package org.steadymi.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.steadymi.datasets.known.Base;
import org.steadymi.datasets.known.GraphArithmetic;
import org.steadymi.datasets.known.KnownTask;
import org.steadymi.datasets.known.KnownTasks;
import org.steadymi.datasets.known.RowArithmetic;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * A task of the benchmark of Czyż et al. 2023, arXiv:2306.11078, whose mutual information is known
 * exactly.
 *
 * @param task which one
 */
public record KnownMi(KnownTask task) implements PairSource {
  /** The entry of the catalogue. */
  static final SourceFamily FAMILY =
      SourceFamily.named(
          "known",
          "known:task=1v1-normal-0.75",
          "the forty tasks of known mutual information of Czyż et al. 2023; task=ID",
          text -> parse(Spec.parse(text, "task")));

  private static final int MAX_GUESSES = 6;

  private static KnownMi parse(Spec spec) {
    String id = spec.only("task").text("task", "");
    return KnownTasks.find(id).map(KnownMi::new).orElseThrow(() -> unknown(id));
  }

  private static SpecException unknown(String id) {
    List<String> known = KnownTasks.all().stream().map(KnownTask::id).toList();
    return new SpecException(
        "known: task: expected one of the "
            + known.size()
            + " tasks in docs/known-mi.md, for example "
            + known.get(0)
            + ", found "
            + (id.isEmpty() ? "none" : "'" + id + "'")
            + SpecException.question(near(id, known)));
  }

  /** The names that are a few letters away; otherwise the first that have its first word. */
  private static List<String> near(String id, List<String> known) {
    List<String> closest = SpecException.closest(id, known);
    String word = id.contains("-") ? id.substring(0, id.indexOf('-')) : id;
    return closest.isEmpty() && !word.isEmpty()
        ? known.stream().filter(name -> name.contains(word)).limit(MAX_GUESSES).toList()
        : closest;
  }

  @Override
  public String spec() {
    return Spec.of("known").with("task", task.id()).toString();
  }

  @Override
  public int xSize() {
    return task.xSize();
  }

  @Override
  public int ySize() {
    return task.ySize();
  }

  @Override
  public OptionalDouble trueMi() {
    return OptionalDouble.of(task.mi());
  }

  @Override
  public String fingerprint() {
    return Sha256.hex(spec());
  }

  @Override
  public Pairs pairs(Split split, long seed, int count) {
    PairSources.checkCount(count);
    DoubleSupplier noise = noise(HostRandom.draws(split, seed));
    RowArithmetic rows = new RowArithmetic();
    float[] x = new float[Math.multiplyExact(count, xSize())];
    float[] y = new float[Math.multiplyExact(count, ySize())];
    double[] drawn = new double[task.base().noiseWidth()];
    for (int row = 0; row < count; row++) {
      Arrays.setAll(drawn, i -> noise.getAsDouble());
      KnownTask.Drawn<double[]> pair = task.draw(rows, drawn);
      put(pair.x(), x, row);
      put(pair.y(), y, row);
    }
    return new Pairs(new Rows(x, xSize()), new Rows(y, ySize()));
  }

  private DoubleSupplier noise(UniformRandomProvider random) {
    return switch (task.base().noise()) {
      case NORMAL -> ZigguratSampler.NormalizedGaussian.of(random)::sample;
      case UNIFORM -> random::nextDouble;
    };
  }

  private static void put(double[] values, float[] into, int row) {
    for (int i = 0; i < values.length; i++) {
      into[row * values.length + i] = (float) values[i];
    }
  }

  @Override
  public GraphSampler sampler(Split split) {
    return new GraphSampler() {
      @Override
      public List<TType> tables() {
        return List.of();
      }

      @Override
      public GraphPairs draw(
          Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
        long[] shape = Arrays.copyOf(lead, lead.length + 1);
        shape[lead.length] = task.base().noiseWidth();
        GraphRandom onSplit = random.on(split);
        Operand<TFloat32> noise =
            task.base().noise() == Base.Noise.NORMAL
                ? onSplit.normal(shape)
                : onSplit.uniform(shape);
        KnownTask.Drawn<Operand<TFloat32>> pair = task.draw(new GraphArithmetic(tf), noise);
        return new GraphPairs(pair.x(), pair.y());
      }
    };
  }

  @Override
  public String toString() {
    return spec();
  }
}
