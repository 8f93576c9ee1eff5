package org.steadymi.graphs.training;

import java.util.ArrayList;
import java.util.List;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.losses.Loss;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/**
 * Trains R independent critics, many steps per call, entirely inside TensorFlow's runtime. The
 * curves are a pure function of the settings: on one CPU thread they are the same bit for bit.
 *
 * <p>Owns a graph and a session; {@link #close()} frees them. Not safe for use by several threads
 * at once, but any number of loops may run side by side.
 */
public final class TrainingLoop implements AutoCloseable {
  private final Owned owned = new Owned();
  private final ParameterLayout layout;
  private final LoopSettings settings;
  private final Optimizer optimizer;
  private final LoopGraph graph;
  private final Shape shape;
  private final Session session;
  private int step;

  /**
   * Builds the graph, uploads the source's tables and initialises the parameters from the seed.
   *
   * @param layout the critic's parameters
   * @param source draws and scores batches
   * @param loss what is maximised and what is reported
   */
  public TrainingLoop(
      ParameterLayout layout,
      ScoreSource source,
      Loss loss,
      Optimizer optimizer,
      LoopSettings settings) {
    this.layout = layout;
    this.settings = settings;
    this.optimizer = optimizer;
    StepGraph steps = new StepGraph(layout, source, loss, optimizer, settings);
    this.shape = steps.shape();
    List<TType> tables = source.tables();
    try {
      List<TableSpec> specs = tables.stream().map(TableSpec::of).toList();
      this.graph = owned.add(new LoopGraph(steps, specs), LoopGraph::close);
      this.session =
          owned.add(
              new Session(graph.graph(), Sessions.threads(settings.threads())), Session::close);
      for (int i = 0; i < tables.size(); i++) {
        assign(graph.tables().get(i), tables.get(i));
      }
      restore(initialState());
    } catch (Throwable failed) {
      owned.close();
      throw failed;
    } finally {
      tables.forEach(TType::close);
    }
  }

  /** The number of the next step. */
  public int step() {
    return step;
  }

  /**
   * Trains for a number of steps.
   *
   * @return one curve per replica
   */
  public List<Curve> run(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException("training loop: expected at least 1 step, found " + steps);
    }
    try (TInt32 from = TInt32.scalarOf(step);
        TInt32 to = TInt32.scalarOf(step + steps);
        TInt32 seed = TInt32.scalarOf(settings.seed());
        Result result =
            session
                .runner()
                .feed(graph.from(), from)
                .feed(graph.to(), to)
                .feed(graph.seed(), seed)
                .fetch(graph.curves())
                .run()) {
      List<Curve> curves = curves((TFloat32) result.get(0), steps);
      step += steps;
      return curves;
    }
  }

  /** A copy of the parameters, the optimiser's variables and the step. */
  public State state() {
    Session.Runner runner = session.runner();
    graph.variables().forEach(variable -> runner.fetch(variable.read()));
    try (Result result = runner.run()) {
      List<float[]> variables = new ArrayList<>();
      for (int i = 0; i < result.size(); i++) {
        variables.add(Tensors.copy((TFloat32) result.get(i)));
      }
      return new State(step, variables);
    }
  }

  /**
   * Goes back, or on, to a state of a loop with the same layout, optimiser and number of replicas.
   *
   * @throws IllegalArgumentException if the state's variables are not those of this loop
   */
  public void restore(State state) {
    requireFits(state);
    for (int i = 0; i < state.variables().size(); i++) {
      try (TFloat32 value = TFloat32.tensorOf(shape, DataBuffers.of(state.variables().get(i)))) {
        assign(graph.variables().get(i), value);
      }
    }
    this.step = state.step();
  }

  /** Number of operations in the graph; constant once the loop is built. */
  public int operations() {
    return graph.graph().toGraphDef().getNodeCount();
  }

  @Override
  public void close() {
    owned.close();
  }

  private void requireFits(State state) {
    int expected = graph.variables().size();
    if (state.variables().size() != expected) {
      throw new IllegalArgumentException(
          "training loop: expected a state of "
              + expected
              + " variables, found "
              + state.variables().size());
    }
    for (float[] variable : state.variables()) {
      if (variable.length != shape.size()) {
        throw new IllegalArgumentException(
            "training loop: expected variables of "
                + shape.size()
                + " numbers, found one of "
                + variable.length);
      }
    }
  }

  private State initialState() {
    float[] parameters = new float[settings.replicas() * layout.size()];
    for (int r = 0; r < settings.replicas(); r++) {
      float[] one = layout.initial((((long) settings.seed()) << 32) | r);
      System.arraycopy(one, 0, parameters, r * one.length, one.length);
    }
    List<float[]> variables = new ArrayList<>();
    variables.add(parameters);
    for (int i = 0; i < optimizer.slots(); i++) {
      variables.add(new float[parameters.length]);
    }
    return new State(0, variables);
  }

  private void assign(LoopGraph.Slot variable, TType value) {
    session.runner().feed(variable.value(), value).addTarget(variable.assign()).run().close();
  }

  private List<Curve> curves(TFloat32 metrics, int steps) {
    float[] all = Tensors.copy(metrics); // [steps, R, metrics]
    int replicas = settings.replicas();
    List<Curve> curves = new ArrayList<>();
    for (int r = 0; r < replicas; r++) {
      float[] one = new float[steps * Curve.WIDTH];
      for (int i = 0; i < steps; i++) {
        System.arraycopy(all, (i * replicas + r) * Curve.WIDTH, one, i * Curve.WIDTH, Curve.WIDTH);
      }
      curves.add(new Curve(step, one));
    }
    return curves;
  }
}
