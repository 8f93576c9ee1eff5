package org.steadymi.graphs.training;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.StatefulPartitionedCall;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * The graph around a {@link StepGraph}: while from &lt; to, call the step and write its metrics
 * into the curves. Its loop variables are (step, to, from, seed, curves).
 */
final class LoopGraph implements AutoCloseable {
  private final Owned owned = new Owned();
  private final Graph graph;
  private final List<Slot> variables = new ArrayList<>();
  private final List<Slot> tables = new ArrayList<>();
  private final Placeholder<TInt32> from;
  private final Placeholder<TInt32> to;
  private final Placeholder<TInt32> seed;
  private final Operand<TFloat32> curves;

  /** A variable, seen from the host. */
  record Slot(Placeholder<? extends TType> value, Op assign, Operand<? extends TType> read) {}

  LoopGraph(StepGraph steps, List<TableSpec> tableSpecs) {
    try {
      int replicas = steps.settings().replicas();
      ConcreteFunction step = owned.add(steps.function(tableSpecs), ConcreteFunction::close);
      ConcreteFunction body = owned.add(body(step, replicas), ConcreteFunction::close);
      ConcreteFunction condition = owned.add(condition(replicas), ConcreteFunction::close);
      graph = owned.add(new Graph(), Graph::close);
      Ops tf = Sessions.on(steps.settings().device(), Ops.create(graph));
      for (int i = 0; i < steps.variables(); i++) {
        variables.add(slot(tf, Variables.TRAINED, i, new TableSpec(TFloat32.class, steps.shape())));
      }
      for (int i = 0; i < tableSpecs.size(); i++) {
        tables.add(slot(tf, Variables.TABLES, i, tableSpecs.get(i)));
      }
      from = scalar(tf);
      to = scalar(tf);
      seed = scalar(tf);
      Operand<TInt32> count = tf.math.sub(to, from);
      Operand<TFloat32> empty =
          tf.fill(
              tf.stack(List.of(count, tf.constant(replicas), tf.constant(Curve.WIDTH))),
              tf.constant(Float.NaN));
      var loop = tf.statefulWhile(List.of(from, to, from, seed, empty), condition, body);
      curves = output(loop, 4);
    } catch (Throwable failed) {
      owned.close();
      throw failed;
    }
  }

  Graph graph() {
    return graph;
  }

  List<Slot> variables() {
    return variables;
  }

  List<Slot> tables() {
    return tables;
  }

  Placeholder<TInt32> from() {
    return from;
  }

  Placeholder<TInt32> to() {
    return to;
  }

  Placeholder<TInt32> seed() {
    return seed;
  }

  /** [to − from, R, metrics]. */
  Operand<TFloat32> curves() {
    return curves;
  }

  @Override
  public void close() {
    owned.close();
  }

  private static ConcreteFunction body(ConcreteFunction step, int replicas) {
    return ConcreteFunction.create(
        tf -> {
          State s = state(tf, replicas);
          var call =
              tf.statefulPartitionedCall(
                  List.of(s.step(), s.seed()),
                  List.of(TFloat32.class),
                  step,
                  StatefulPartitionedCall.executorType("SINGLE_THREADED_EXECUTOR"));
          Operand<TFloat32> metrics = output(call, 0);
          Operand<TInt32> row =
              tf.reshape(tf.math.sub(s.step(), s.from()), tf.constant(new int[] {1, 1}));
          Operand<TFloat32> curves =
              tf.tensorScatterNdUpdate(s.curves(), row, tf.expandDims(metrics, tf.constant(0)));
          return s.inputs("body")
              .output("next", tf.math.add(s.step(), tf.constant(1)))
              .output("same_to", tf.identity(s.to()))
              .output("same_from", tf.identity(s.from()))
              .output("same_seed", tf.identity(s.seed()))
              .output("next_curves", curves)
              .build();
        });
  }

  private static ConcreteFunction condition(int replicas) {
    return ConcreteFunction.create(
        tf -> {
          State s = state(tf, replicas);
          return s.inputs("condition").output("goes_on", tf.math.less(s.step(), s.to())).build();
        });
  }

  private record State(
      Placeholder<TInt32> step,
      Placeholder<TInt32> to,
      Placeholder<TInt32> from,
      Placeholder<TInt32> seed,
      Placeholder<TFloat32> curves) {
    Signature.Builder inputs(String name) {
      return Signature.builder(name)
          .input("step", step)
          .input("to", to)
          .input("from", from)
          .input("seed", seed)
          .input("curves", curves);
    }
  }

  private static State state(Ops tf, int replicas) {
    Shape curves = Shape.of(Shape.UNKNOWN_SIZE, replicas, Curve.WIDTH);
    return new State(
        scalar(tf),
        scalar(tf),
        scalar(tf),
        scalar(tf),
        tf.placeholder(TFloat32.class, Placeholder.shape(curves)));
  }

  private static Placeholder<TInt32> scalar(Ops tf) {
    return tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
  }

  private static Slot slot(Ops tf, Variables family, int index, TableSpec spec) {
    Placeholder<? extends TType> value =
        tf.placeholder(spec.type(), Placeholder.shape(spec.shape()));
    Operand<?> handle = family.handle(tf, index, spec.type(), spec.shape());
    return new Slot(
        value, tf.assignVariableOp(handle, value), tf.readVariableOp(handle, spec.type()));
  }

  /** The function's i-th output. */
  @SuppressWarnings("unchecked")
  private static Operand<TFloat32> output(Iterable<? extends Operand<?>> call, int index) {
    List<Operand<?>> outputs = new ArrayList<>();
    call.forEach(outputs::add);
    return (Operand<TFloat32>) outputs.get(index);
  }
}
