package org.steadymi.graphs.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * One training step as a function of the step's number and the seed, over the shared {@link
 * Variables}.
 */
record StepGraph(
    ParameterLayout layout,
    ScoreSource source,
    Loss loss,
    Optimizer optimizer,
    LoopSettings settings) {

  /** Checks that the parameters of all replicas are not too many for a vector. */
  StepGraph {
    if ((long) settings.replicas() * layout.size() > ParameterLayout.MOST) {
      throw new IllegalArgumentException(
          "training loop: %d replicas of %d parameters are more than one vector holds; train fewer"
              .formatted(settings.replicas(), layout.size()));
    }
  }

  /** What a step does to the graph's inputs: (step, seed) to metrics [R, metrics]. */
  ConcreteFunction function(List<TableSpec> tables) {
    return ConcreteFunction.create(
        ops -> {
          Ops tf = Sessions.on(settings.device(), ops);
          Operand<TInt32> step = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
          Operand<TInt32> seed = tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
          List<Operand<?>> read = new ArrayList<>();
          for (int i = 0; i < tables.size(); i++) {
            read.add(Variables.TABLES.read(tf, i, tables.get(i).type(), tables.get(i).shape()));
          }
          Operand<TFloat32> metrics = step(tf, new ScoreSource.Draw(read, seed, step, lead()));
          return Signature.builder("step")
              .input("step", step)
              .input("seed", seed)
              .output("metrics", metrics)
              .build();
        });
  }

  /** Number of variables: the parameters and the optimiser's. */
  int variables() {
    return 1 + optimizer.slots();
  }

  /** Shape of each variable: [size], or [R, size]. */
  Shape shape() {
    return settings.replicas() == 1
        ? Shape.of(layout.size())
        : Shape.of(settings.replicas(), layout.size());
  }

  private Operand<TFloat32> step(Ops tf, ScoreSource.Draw draw) {
    Operand<TFloat32> vector = Variables.TRAINED.read(tf, 0, TFloat32.class, shape());
    Map<String, Operand<TFloat32>> views = layout.views(tf, vector);
    StepParameters parameters = new StepParameters(views, learns());
    Scores scores = averaged(tf, parameters, source.scores(tf, parameters, draw), draw);
    if (!learns()) {
      return metrics(tf, scores, tf.zeros(tf.constant(new long[0]), TFloat32.class));
    }
    Operand<TFloat32> gradient = gradient(tf, loss.minimised(tf, scores), views);
    Operand<TFloat32> norm = tf.math.sqrt(tf.reduceSum(tf.math.square(gradient), tf.constant(-1)));
    Operand<TFloat32> metrics = metrics(tf, scores, norm);
    Op update = update(tf, gradient, draw.step());
    List<Op> changes = new ArrayList<>(List.of(update));
    Ops afterUpdate = tf.withControlDependencies(List.of(update));
    parameters.remembered().forEach((name, next) -> changes.add(remember(afterUpdate, name, next)));
    return tf.withControlDependencies(changes).identity(metrics);
  }

  /** Whether there is anything to learn, and something that learns it. */
  private boolean learns() {
    return optimizer.learns() && !layout.trained().isEmpty();
  }

  private Op update(Ops tf, Operand<TFloat32> gradient, Operand<TInt32> step) {
    List<? extends Operand<?>> slots =
        IntStream.range(1, variables())
            .mapToObj(i -> Variables.TRAINED.handle(tf, i, TFloat32.class, shape()))
            .toList();
    Operand<?> handle = Variables.TRAINED.handle(tf, 0, TFloat32.class, shape());
    return optimizer.update(tf, handle, slots, gradient, step);
  }

  /**
   * The batch with log M̄ where the bound asks for it: with this batch in it, M̄ ← (1 − a) M̄ + a
   * M, which the first batch begins; as it was learned where nothing is learned. No gradient flows
   * into it.
   */
  private Scores averaged(Ops tf, StepParameters parameters, Scores batch, ScoreSource.Draw draw) {
    if (loss.bound().averagingRate().isEmpty()) {
      return batch;
    }
    Operand<TFloat32> before = parameters.get(Loss.LOG_AVERAGE);
    if (!parameters.training()) {
      return batch.withLogAverage(before);
    }
    double rate = loss.bound().averagingRate().getAsDouble();
    Operand<TFloat32> now = tf.stopGradient(batch.logMeanExpMarginal(tf));
    Operand<TFloat32> kept = tf.math.add(before, tf.constant((float) Math.log1p(-rate)));
    Operand<TFloat32> excess =
        tf.math.sub(tf.math.add(now, tf.constant((float) Math.log(rate))), kept);
    Operand<TFloat32> moved = tf.math.add(kept, tf.math.softplus(excess));
    Operand<TBool> first = tf.math.equal(draw.step(), tf.constant(0));
    Operand<TFloat32> average = tf.select(first, now, rate == 1 ? now : moved);
    parameters.remember(Loss.LOG_AVERAGE, average);
    return batch.withLogAverage(average);
  }

  /** Writes what a step remembers to its place in the vector. */
  private Op remember(Ops tf, String name, Operand<TFloat32> next) {
    int begin = layout.offset(name);
    int end = begin + layout.size(name);
    Operand<?> handle = Variables.TRAINED.handle(tf, 0, TFloat32.class, shape());
    int replicas = settings.replicas();
    boolean replicated = replicas > 1;
    return tf.resourceStridedSliceAssign(
        handle,
        tf.constant(replicated ? new int[] {0, begin} : new int[] {begin}),
        tf.constant(replicated ? new int[] {replicas, end} : new int[] {end}),
        tf.constant(replicated ? new int[] {1, 1} : new int[] {1}),
        tf.reshape(next, tf.constant(replicated ? new int[] {replicas, -1} : new int[] {-1})));
  }

  /** Replicas share nothing, so the gradient of the sum of their losses is each one's own. */
  private Operand<TFloat32> gradient(
      Ops tf, Operand<TFloat32> minimised, Map<String, Operand<TFloat32>> parameters) {
    Operand<TFloat32> total =
        minimised.rank() == 0 ? minimised : tf.reduceSum(minimised, tf.constant(0));
    return layout.gradient(tf, total, parameters);
  }

  /** [R, metrics], in the order of {@link Metric}. */
  private Operand<TFloat32> metrics(Ops tf, Scores scores, Operand<TFloat32> gradientNorm) {
    Function<Operand<TFloat32>, Operand<TFloat32>> row =
        m -> tf.broadcastTo(m, tf.constant(new int[] {settings.replicas()}));
    List<Operand<TFloat32>> columns =
        List.of(
            row.apply(loss.bound().objective(tf, scores)),
            row.apply(loss.value(tf, scores)),
            row.apply(scores.meanJoint(tf)),
            row.apply(scores.logMeanExpMarginal(tf)),
            row.apply(gradientNorm),
            row.apply(scores.maxAbs(tf)));
    return tf.stack(columns, Stack.axis(1L));
  }

  private List<Long> lead() {
    return settings.replicas() == 1
        ? List.of((long) settings.batch())
        : List.of((long) settings.replicas(), (long) settings.batch());
  }
}
