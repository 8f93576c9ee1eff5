package org.steadymi.datasets;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.ConcreteFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Runs one draw of a {@link GraphSampler} as a function that XLA must compile. */
final class CompiledDraw implements AutoCloseable {
  private final List<TType> tables;
  private final ConcreteFunction function;
  private final Graph graph = new Graph();
  private final Session session;
  private final List<Placeholder<? extends TType>> arguments;
  private final Operation call;

  CompiledDraw(GraphSampler sampler, long... lead) {
    tables = sampler.tables();
    function = ConcreteFunction.create(tf -> draw(tf, sampler, lead));
    graph.attachFunction(function);
    Ops tf = Ops.create(graph);
    arguments = placeholders(tf);
    call =
        graph
            .opBuilder("StatefulPartitionedCall", "draw", tf.scope())
            .addInputList(arguments.stream().map(Operand::asOutput).toArray(Output<?>[]::new))
            .setAttr("Tout", new DataType[] {DataType.DT_FLOAT, DataType.DT_FLOAT})
            .setAttr("f", function)
            .setAttr("_XlaMustCompile", true)
            .build();
    session = new Session(graph);
  }

  /** Seed, step and the tables. */
  private List<Placeholder<? extends TType>> placeholders(Ops tf) {
    List<Placeholder<? extends TType>> all = new ArrayList<>();
    all.add(tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar())));
    all.add(tf.placeholder(TInt32.class, Placeholder.shape(Shape.scalar())));
    for (TType table : tables) {
      all.add(tf.placeholder(table.type(), Placeholder.shape(table.shape())));
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the first two placeholders are of integers
  private Signature draw(Ops tf, GraphSampler sampler, long... lead) {
    List<Placeholder<? extends TType>> inputs = placeholders(tf);
    GraphRandom random =
        new GraphRandom(tf, (Operand<TInt32>) inputs.get(0), (Operand<TInt32>) inputs.get(1));
    GraphPairs pairs = sampler.draw(tf, inputs.subList(2, inputs.size()), random, lead);
    Signature.Builder signature = Signature.builder();
    for (int i = 0; i < inputs.size(); i++) {
      signature.input("input" + i, inputs.get(i));
    }
    return signature.output("x", pairs.x()).output("y", pairs.y()).build();
  }

  Pairs pairs(int seed, int step) {
    try (TInt32 seedTensor = TInt32.scalarOf(seed);
        TInt32 stepTensor = TInt32.scalarOf(step)) {
      Session.Runner runner =
          session.runner().feed(arguments.get(0), seedTensor).feed(arguments.get(1), stepTensor);
      for (int i = 0; i < tables.size(); i++) {
        runner.feed(arguments.get(2 + i), tables.get(i));
      }
      try (Result result = runner.fetch(call.output(0)).fetch(call.output(1)).run()) {
        return new Pairs(
            GraphDraws.rows((TFloat32) result.get(0)), GraphDraws.rows((TFloat32) result.get(1)));
      }
    }
  }

  @Override
  public void close() {
    tables.forEach(TType::close);
    session.close();
    graph.close();
    function.close();
  }
}
