package org.steadymi.benchmarks.images;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.training.ScoreSource;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.VarHandleOp;
import org.tensorflow.proto.DeviceStepStats;
import org.tensorflow.proto.NodeExecStats;
import org.tensorflow.proto.RunMetadata;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Where the time of a training step goes: the step on its own, outside of any loop, run on one
 * thread with TensorFlow's full trace, whose kernels' times are added up by operation.
 */
final class StepTrace implements AutoCloseable {
  private static final int WARM_UP = 1;
  private static final int TRACED = 3;
  private static final int SEED = 1;

  /** How the trace labels a node: {@code name = Conv2D(x, y)}. */
  private static final Pattern LABEL = Pattern.compile("= (\\w+)\\(");

  private final Graph graph = new Graph();
  private final Ops tf = Ops.create(graph);
  private final Session session = new Session(graph, Sessions.singleThreaded());
  private final Placeholder<TInt32> number =
      tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar()));
  private final List<Op> step = new ArrayList<>();

  private StepTrace(ImageNetwork network) {
    SyntheticImages source = network.source();
    ParameterLayout layout = new ParameterLayout(source.critic().parameters());
    Operand<?> trained = parameters("trained", layout.initial(SEED));
    List<Operand<?>> slots = new ArrayList<>();
    for (int i = 0; i < network.optimizer().slots(); i++) {
      slots.add(parameters("slot/" + i, new float[layout.size()]));
    }
    Map<String, Operand<TFloat32>> views =
        layout.views(tf, tf.readVariableOp(trained, TFloat32.class));
    var draw =
        new ScoreSource.Draw(
            tables(source), tf.constant(SEED), number, List.of((long) ImageNetwork.BATCH));
    Operand<TFloat32> minimised =
        network.loss().minimised(tf, source.scores(tf, new Learning(views, step), draw));
    Operand<TFloat32> gradient = layout.gradient(tf, minimised, views);
    step.add(network.optimizer().update(tf, trained, slots, gradient, number));
  }

  /** Traces steps of a network. */
  static StepTimes of(ImageNetwork network) {
    try (StepTrace trace = new StepTrace(network)) {
      Map<String, Double> seconds = new HashMap<>();
      for (int i = 0; i < WARM_UP + TRACED; i++) {
        RunMetadata metadata = trace.run(i);
        if (i >= WARM_UP) {
          add(metadata, seconds);
        }
      }
      return new StepTimes(network, seconds);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
  }

  /** The parameters of a critic that learns; what it remembers is computed and not kept. */
  private record Learning(Map<String, Operand<TFloat32>> views, List<Op> computed)
      implements Parameters {
    @Override
    public Operand<TFloat32> get(String name) {
      return views.get(name);
    }

    @Override
    public boolean training() {
      return true;
    }

    @Override
    public void remember(String name, Operand<TFloat32> next) {
      computed.add(next);
    }
  }

  private RunMetadata run(int index) {
    RunOptions traced =
        RunOptions.newBuilder().setTraceLevel(RunOptions.TraceLevel.FULL_TRACE).build();
    Session.Runner runner = session.runner().setOptions(traced);
    step.forEach(runner::addTarget);
    try (TInt32 current = TInt32.scalarOf(index);
        Result result = runner.feed(number, current).runAndFetchMetadata()) {
      return result.getMetadata().orElseThrow();
    }
  }

  private static void add(RunMetadata metadata, Map<String, Double> seconds) {
    for (DeviceStepStats device : metadata.getStepStats().getDevStatsList()) {
      for (NodeExecStats node : device.getNodeStatsList()) {
        Matcher label = LABEL.matcher(node.getTimelineLabel());
        String operation = label.find() ? label.group(1) : node.getNodeName();
        long nanos = node.getOpEndRelNanos() - node.getOpStartRelNanos();
        seconds.merge(operation, nanos / 1e9, Double::sum);
      }
    }
  }

  private List<Operand<?>> tables(SyntheticImages source) {
    List<Operand<?>> read = new ArrayList<>();
    for (TType table : source.tables()) {
      try (table) {
        read.add(tf.readVariableOp(variable("table/" + read.size(), table), table.type()));
      }
    }
    return read;
  }

  private Operand<?> parameters(String name, float[] values) {
    try (TFloat32 tensor = TFloat32.tensorOf(Shape.of(values.length), DataBuffers.of(values))) {
      return variable(name, tensor);
    }
  }

  /** The handle of a variable with that value. */
  private Operand<?> variable(String name, TType value) {
    Operand<?> handle =
        tf.varHandleOp(value.type(), value.shape(), VarHandleOp.sharedName("steadymi/" + name));
    var fed = tf.placeholder(value.type(), Placeholder.shape(value.shape()));
    session.runner().feed(fed, value).addTarget(tf.assignVariableOp(handle, fed)).run().close();
    return handle;
  }
}
