package org.steadymi.benchmarks.products;

import java.util.List;
import java.util.Set;
import org.steadymi.benchmarks.products.Product.Order;
import org.steadymi.benchmarks.training.GaussianTask;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The products of matrices in a training step, as they stand in its graph. */
final class StepProducts {
  private static final String PRODUCT = "MatMul";

  private StepProducts() {}

  /** Forward, and the gradients of what learns; equal ones as often as they are there. */
  static List<Product> of(GaussianTask task, int hidden) {
    try (Graph graph = new Graph()) {
      Operand<TFloat32> gradient = task.gradient(Ops.create(graph), hidden);
      // the graph also has gradients of the inputs, which no step computes
      return graph.subgraphTo(Set.of(gradient)).stream()
          .filter(operation -> operation.type().equals(PRODUCT))
          .map(StepProducts::product)
          .toList();
    }
  }

  private static Product product(GraphOperation operation) {
    boolean left = operation.attributes().getAttrBool("transpose_a");
    boolean right = operation.attributes().getAttrBool("transpose_b");
    Shape a = operation.input(0).shape();
    Shape b = operation.input(1).shape();
    return new Product(
        Math.toIntExact(a.get(left ? 1 : 0)),
        Math.toIntExact(a.get(left ? 0 : 1)),
        Math.toIntExact(b.get(right ? 0 : 1)),
        Order.of(left),
        Order.of(right));
  }
}
