package org.steadymi.datasets;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.family.TType;

/** Runs a {@link GraphSampler} in a graph of its own. */
final class GraphDraws implements AutoCloseable {
  private final Graph graph = new Graph();
  private final Session session;
  private final Placeholder<TInt32> seed;
  private final Placeholder<TInt32> step;
  private final List<Placeholder<? extends TType>> placeholders = new ArrayList<>();
  private final List<TType> tables;
  private final List<GraphPairs> draws = new ArrayList<>();

  /** Adds {@code times} draws, one after the other, from the same {@link GraphRandom}. */
  GraphDraws(GraphSampler sampler, int times, long... lead) {
    Ops tf = Ops.create(graph);
    seed = tf.placeholder(TInt32.class);
    step = tf.placeholder(TInt32.class);
    tables = sampler.tables();
    for (TType table : tables) {
      placeholders.add(tf.placeholder(table.type(), Placeholder.shape(table.shape())));
    }
    GraphRandom random = new GraphRandom(tf, seed, step);
    for (int i = 0; i < times; i++) {
      draws.add(sampler.draw(tf, placeholders, random, lead));
    }
    session = new Session(graph);
  }

  /** The static shape of x of the first draw. */
  long[] staticShape() {
    return draws.get(0).x().shape().asArray();
  }

  /** The first draw, leading dimensions flattened. */
  Pairs pairs(int seedValue, int stepValue) {
    return pairs(0, seedValue, stepValue);
  }

  Pairs pairs(int draw, int seedValue, int stepValue) {
    GraphPairs pairs = draws.get(draw);
    try (TInt32 seedTensor = TInt32.scalarOf(seedValue);
        TInt32 stepTensor = TInt32.scalarOf(stepValue)) {
      Session.Runner runner = session.runner().feed(seed, seedTensor).feed(step, stepTensor);
      for (int i = 0; i < tables.size(); i++) {
        runner.feed(placeholders.get(i), tables.get(i));
      }
      try (Result result = runner.fetch(pairs.x()).fetch(pairs.y()).run()) {
        return new Pairs(rows((TFloat32) result.get(0)), rows((TFloat32) result.get(1)));
      }
    }
  }

  static Rows rows(TFloat32 tensor) {
    float[] values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values));
    long[] shape = tensor.shape().asArray();
    return new Rows(values, (int) shape[shape.length - 1]);
  }

  /** A tensor of rows, to be closed by the caller. */
  static TFloat32 tensor(Rows rows) {
    return TFloat32.tensorOf(
        org.tensorflow.ndarray.Shape.of(rows.count(), rows.width()), DataBuffers.of(rows.values()));
  }

  static Operand<TFloat32> placeholder(Ops tf, Rows rows) {
    return tf.placeholder(
        TFloat32.class,
        Placeholder.shape(org.tensorflow.ndarray.Shape.of(rows.count(), rows.width())));
  }

  @Override
  public void close() {
    tables.forEach(TType::close);
    session.close();
    graph.close();
  }
}
