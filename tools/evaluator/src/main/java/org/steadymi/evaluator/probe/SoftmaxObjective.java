package org.steadymi.evaluator.probe;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.steadymi.datasets.LabelledRows;

/**
 * Multinomial logistic regression: the convex function
 *
 * <pre>
 * f(W, b) = mean_i −log softmax(W x_i + b)[label_i] + λ/2 ‖W‖²
 * </pre>
 *
 * in nats, the bias unpenalised. Rows are worked on in blocks, in parallel, and summed in their
 * order, so that the value does not depend on the number of threads.
 */
final class SoftmaxObjective {
  private static final int BLOCK = 1024;

  private final LabelledRows data;
  private final double lambda;
  private final int width;
  private final int stride;

  SoftmaxObjective(LabelledRows data, double lambda) {
    this.data = data;
    this.lambda = lambda;
    this.width = data.rows().width();
    this.stride = width + 1;
  }

  /** Number of parameters, classes · (width + 1). */
  int dimension() {
    return data.classes() * stride;
  }

  /** The value at these parameters, and its gradient written into the second argument. */
  double evaluate(double[] parameters, double[] gradient) {
    int n = data.rows().count();
    List<BlockLoss> blocks =
        IntStream.range(0, (n + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(b -> blockLoss(parameters, b * BLOCK, Math.min(n, (b + 1) * BLOCK)))
            .toList();
    Arrays.fill(gradient, 0);
    double value = 0;
    for (BlockLoss block : blocks) {
      value += block.loss / n;
      block.addTo(gradient, n);
    }
    return value + addPenalty(parameters, gradient);
  }

  private double addPenalty(double[] parameters, double[] gradient) {
    double squares = 0;
    for (int p = 0; p < parameters.length; p++) {
      if (p % stride != width) { // not a bias
        squares += parameters[p] * parameters[p];
        gradient[p] += lambda * parameters[p];
      }
    }
    return lambda / 2 * squares;
  }

  private BlockLoss blockLoss(double[] parameters, int from, int to) {
    BlockLoss block = new BlockLoss(data.classes(), width);
    SoftmaxTile tile = new SoftmaxTile(data.classes(), width);
    double[] logits = new double[data.classes()];
    for (int first = from; first < to; first += tile.capacity()) {
      tile.load(data.rows(), first, Math.min(to, first + tile.capacity()));
      tile.computeLogits(parameters);
      for (int r = 0; r < tile.count(); r++) {
        int label = data.labels()[first + r];
        tile.readLogits(r, logits);
        double own = logits[label];
        block.loss += softmaxInPlace(logits) - own;
        logits[label] -= 1;
        tile.writeResiduals(r, logits);
      }
      tile.addGradient(block.weights, block.biases);
    }
    return block;
  }

  /** Turns logits into probabilities; returns the log of their normaliser. */
  private static double softmaxInPlace(double[] logits) {
    double max = Arrays.stream(logits).max().orElseThrow();
    double sum = 0;
    for (int c = 0; c < logits.length; c++) {
      logits[c] = Math.exp(logits[c] - max);
      sum += logits[c];
    }
    for (int c = 0; c < logits.length; c++) {
      logits[c] /= sum;
    }
    return max + Math.log(sum);
  }

  /** The sum over some rows: the loss and its gradient by weights and biases. */
  private static final class BlockLoss {
    private final double[][] weights;
    private final double[] biases;
    private double loss;

    BlockLoss(int classes, int width) {
      weights = new double[classes][width];
      biases = new double[classes];
    }

    /** Adds a share 1/n of the gradient, laid out as {@link SoftmaxModel} does. */
    void addTo(double[] gradient, int n) {
      int p = 0;
      for (int c = 0; c < biases.length; c++) {
        for (double weight : weights[c]) {
          gradient[p++] += weight / n;
        }
        gradient[p++] += biases[c] / n;
      }
    }
  }
}
