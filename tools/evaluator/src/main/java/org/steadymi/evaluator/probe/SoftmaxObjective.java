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
    SoftmaxModel model = new SoftmaxModel(parameters, data.classes(), width);
    List<BlockLoss> blocks =
        IntStream.range(0, (n + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(b -> blockLoss(model, b * BLOCK, Math.min(n, (b + 1) * BLOCK)))
            .toList();
    Arrays.fill(gradient, 0);
    double value = 0;
    for (BlockLoss block : blocks) {
      value += block.loss / n;
      for (int p = 0; p < gradient.length; p++) {
        gradient[p] += block.gradient[p] / n;
      }
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

  private BlockLoss blockLoss(SoftmaxModel model, int from, int to) {
    BlockLoss block = new BlockLoss(dimension());
    double[] logits = new double[data.classes()];
    for (int i = from; i < to; i++) {
      model.logits(data.rows(), i, logits);
      int label = data.labels()[i];
      double own = logits[label];
      double logPartition = softmaxInPlace(logits);
      block.loss += logPartition - own;
      logits[label] -= 1;
      addOuterProduct(block.gradient, logits, i);
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

  private void addOuterProduct(double[] gradient, double[] residuals, int row) {
    float[] values = data.rows().values();
    int at = row * width;
    for (int c = 0; c < residuals.length; c++) {
      int from = c * stride;
      double residual = residuals[c];
      for (int k = 0; k < width; k++) {
        gradient[from + k] += residual * values[at + k];
      }
      gradient[from + width] += residual;
    }
  }

  private static final class BlockLoss {
    private final double[] gradient;
    private double loss;

    BlockLoss(int dimension) {
      this.gradient = new double[dimension];
    }
  }
}
