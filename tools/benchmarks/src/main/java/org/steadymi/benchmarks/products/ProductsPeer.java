package org.steadymi.benchmarks.products;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.steadymi.benchmarks.machine.JavaCommand;
import org.steadymi.benchmarks.products.Product.Order;
import org.steadymi.benchmarks.protocol.Peer;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * TensorFlow's products of matrices by themselves, on one thread. A unit is every product of a list
 * once; they are done one after the other, each as often as asked, up to {@value #COPIES} times in
 * one call of the session.
 */
public final class ProductsPeer implements Peer {
  /** Of each product in the graph, so that entering the graph does not count. */
  static final int COPIES = 100;

  private final Graph graph = new Graph();
  private final Session session = new Session(graph, Sessions.singleThreaded());
  private final List<Chain> chains = new ArrayList<>();

  /**
   * Serves on standard input and output.
   *
   * @param arguments products, such as {@code 64x20x256:NN}
   */
  public static void main(String[] arguments) {
    List<Product> products = Arrays.stream(arguments).map(Product::parse).toList();
    PeerServer.main(() -> new ProductsPeer(products));
  }

  /** The command line of such a process. */
  static List<String> command(List<Product> products) {
    return JavaCommand.of(
        ProductsPeer.class, List.of(), products.stream().map(Product::text).toList());
  }

  ProductsPeer(List<Product> products) {
    Ops tf = Ops.create(graph);
    products.forEach(product -> chains.add(Chain.of(tf, product)));
  }

  @Override
  public String name() {
    return "TensorFlow %s, MatMul in a graph".formatted(TensorFlow.version());
  }

  @Override
  public void prepare(int units) {
    run(Math.min(units, COPIES));
  }

  /** The first number of the last product. */
  @Override
  public double run(int units) {
    double first = Double.NaN;
    for (Chain chain : chains) {
      for (int left = units; left > 0; left -= COPIES) {
        first = chain.run(session, Math.min(left, COPIES));
      }
    }
    return first;
  }

  @Override
  public void close() {
    chains.forEach(Chain::close);
    session.close();
    graph.close();
  }

  /**
   * One product several times: each waits for the one before, so that TensorFlow does not take them
   * for one and the same.
   */
  private record Chain(Input left, Input right, List<MatMul<TFloat32>> products)
      implements AutoCloseable {
    static Chain of(Ops tf, Product product) {
      Random random = new Random(1);
      Input left = Input.of(tf, product.left(), product.rows(), product.inner(), random);
      Input right = Input.of(tf, product.right(), product.inner(), product.columns(), random);
      List<MatMul<TFloat32>> products = new ArrayList<>();
      Ops next = tf;
      for (int i = 0; i < COPIES; i++) {
        MatMul<TFloat32> done =
            next.linalg.matMul(
                left.placeholder(),
                right.placeholder(),
                MatMul.transposeA(product.left() == Order.T),
                MatMul.transposeB(product.right() == Order.T));
        products.add(done);
        next = tf.withControlDependencies(done);
      }
      return new Chain(left, right, products);
    }

    double run(Session session, int times) {
      try (Result result =
          session
              .runner()
              .feed(left.placeholder(), left.value())
              .feed(right.placeholder(), right.value())
              .fetch(products.get(times - 1))
              .run()) {
        return ((TFloat32) result.get(0)).getFloat(0, 0);
      }
    }

    @Override
    public void close() {
      Stream.of(left, right).forEach(input -> input.value().close());
    }
  }

  /** A matrix of uniform numbers between −1 and 1. */
  private record Input(Placeholder<TFloat32> placeholder, TFloat32 value) {
    static Input of(Ops tf, Order order, int rows, int columns, Random random) {
      float[] values = new float[rows * columns];
      for (int i = 0; i < values.length; i++) {
        values[i] = 2 * random.nextFloat() - 1;
      }
      Shape shape = order == Order.N ? Shape.of(rows, columns) : Shape.of(columns, rows);
      return new Input(
          tf.placeholder(TFloat32.class, Placeholder.shape(shape)),
          TFloat32.tensorOf(shape, DataBuffers.of(values)));
    }
  }
}
