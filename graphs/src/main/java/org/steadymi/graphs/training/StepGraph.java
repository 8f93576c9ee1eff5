package org.steadymi.graphs.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
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
    Map<String, Operand<TFloat32>> parameters = layout.views(tf, vector);
    Scores scores = source.scores(tf, parameters::get, draw);
    if (!optimizer.learns()) {
      return metrics(tf, scores, tf.zeros(tf.constant(new long[0]), TFloat32.class));
    }
    Operand<TFloat32> gradient = gradient(tf, loss.minimised(tf, scores), parameters.values());
    Operand<TFloat32> norm = tf.math.sqrt(tf.reduceSum(tf.math.square(gradient), tf.constant(-1)));
    Operand<TFloat32> metrics = metrics(tf, scores, norm);
    List<? extends Operand<?>> slots =
        IntStream.range(1, variables())
            .mapToObj(i -> Variables.TRAINED.handle(tf, i, TFloat32.class, shape()))
            .toList();
    Operand<?> handle = Variables.TRAINED.handle(tf, 0, TFloat32.class, shape());
    Op update = optimizer.update(tf, handle, slots, gradient, draw.step());
    return tf.withControlDependencies(List.of(update)).identity(metrics);
  }

  /**
   * The gradient with respect to the whole vector: that of each view, joined, which saves padding
   * each of them to the vector's length. Replicas share nothing, so the gradient of the sum of
   * their losses is each one's own.
   */
  @SuppressWarnings("unchecked")
  private Operand<TFloat32> gradient(
      Ops tf, Operand<TFloat32> minimised, Collection<Operand<TFloat32>> parameters) {
    Operand<TFloat32> total =
        minimised.rank() == 0 ? minimised : tf.reduceSum(minimised, tf.constant(0));
    Output<?>[] views = parameters.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
    Output<?>[] gradients = ((Graph) tf.scope().env()).addGradients(total.asOutput(), views);
    List<Operand<TFloat32>> parts =
        Arrays.stream(gradients).map(g -> (Operand<TFloat32>) (Operand<?>) g).toList();
    return layout.join(tf, parts, settings.replicas() > 1);
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
