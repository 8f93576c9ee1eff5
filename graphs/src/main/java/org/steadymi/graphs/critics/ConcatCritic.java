package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * T(x, y) = MLP([x, y]): one network over every pair. Its first layer is a sum of an x part and a y
 * part, so only the layers after it see all K² pairs.
 */
public final class ConcatCritic implements Critic {
  private final int xSize;
  private final int ySize;
  private final Settings settings;
  private final Mlp mlp;

  /**
   * How the network is built.
   *
   * @param hidden width of the hidden layers
   * @param layers number of hidden layers
   * @param outputBias whether the output has a bias; without one the critic's level can only move
   *     through the weights
   */
  public record Settings(int hidden, int layers, boolean outputBias) {
    /** Two hidden layers of 256, as in the Gaussian experiments of the literature. */
    public static final Settings DEFAULTS = new Settings(256, 2, true);

    /** Checks the numbers. */
    public Settings {
      Widths.require("concat critic", "hidden", hidden);
      Widths.require("concat critic", "layers", layers);
    }
  }

  /** A critic for rows of the given widths. */
  public ConcatCritic(int xSize, int ySize, Settings settings) {
    Widths.requireSides("concat critic", xSize, ySize);
    this.xSize = xSize;
    this.ySize = ySize;
    this.settings = settings;
    this.mlp =
        Mlp.of(
            "joint",
            settings.outputBias(),
            Widths.of(xSize + ySize, settings.hidden(), settings.layers(), 1));
  }

  @Override
  public int xSize() {
    return xSize;
  }

  @Override
  public int ySize() {
    return ySize;
  }

  @Override
  public String kind() {
    return "concat";
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("hidden", Integer.toString(settings.hidden()));
    options.put("layers", Integer.toString(settings.layers()));
    options.put("output-bias", Boolean.toString(settings.outputBias()));
    return options;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return mlp.parameters();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> first = tf.math.add(xPart(tf, p, x), yPart(tf, p, y));
    return tf.squeeze(mlp.applyAfterFirst(tf, p, first), Squeeze.axis(List.of(-1L)));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> rows = xPart(tf, p, x);
    Operand<TFloat32> columns = yPart(tf, p, y);
    Operand<TFloat32> pairs =
        x.rank() == 2 ? sums(tf, rows, columns) : replicatedSums(tf, rows, columns);
    return tf.reshape(mlp.applyAfterFirst(tf, p, pairs), matrixShape(tf, x, y));
  }

  /**
   * Rows a [n, hidden] and b [m, hidden] to a_i + b_j, [n·m, hidden]. All of b goes in as one bias
   * of width m·hidden: the sum over n that is its gradient costs a third of the one that an
   * addition with broadcasting has.
   */
  private Operand<TFloat32> sums(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    Operand<TInt32> times = tf.stack(List.of(tf.constant(1), dimension(tf, b, 0)));
    Operand<TFloat32> repeated = tf.tile(a, times); // [n, m·hidden]
    Operand<TFloat32> sums = tf.nn.biasAdd(repeated, tf.reshape(b, tf.constant(new int[] {-1})));
    return tf.reshape(sums, tf.constant(new long[] {-1, settings.hidden()}));
  }

  /** The same of R replicas, whose biases differ: [R, n·m, hidden]. */
  private Operand<TFloat32> replicatedSums(Ops tf, Operand<TFloat32> a, Operand<TFloat32> b) {
    Operand<TFloat32> sums =
        tf.math.add(tf.expandDims(a, tf.constant(2)), tf.expandDims(b, tf.constant(1)));
    long replicas = a.shape().get(0);
    return tf.reshape(sums, tf.constant(new long[] {replicas, -1, settings.hidden()}));
  }

  /**
   * [R?, n, m], as constants in training, where all sizes are known, and as operands in an exported
   * graph.
   */
  private static Operand<TInt32> matrixShape(Ops tf, Operand<TFloat32> x, Operand<TFloat32> y) {
    List<Operand<TInt32>> dimensions = new ArrayList<>();
    for (int axis = 0; axis < x.rank() - 1; axis++) {
      dimensions.add(dimension(tf, x, axis));
    }
    dimensions.add(dimension(tf, y, y.rank() - 2));
    return tf.stack(dimensions);
  }

  private static Operand<TInt32> dimension(Ops tf, Operand<TFloat32> t, int axis) {
    long known = t.shape().get(axis);
    return known >= 0
        ? tf.constant((int) known)
        : tf.gather(tf.shape(t), tf.constant(axis), tf.constant(0));
  }

  private Operand<TFloat32> xPart(Ops tf, Parameters p, Operand<TFloat32> x) {
    return mlp.first().addBias(tf, p, mlp.first().applyPart(tf, p, x, 0, xSize));
  }

  private Operand<TFloat32> yPart(Ops tf, Parameters p, Operand<TFloat32> y) {
    return mlp.first().applyPart(tf, p, y, xSize, xSize + ySize);
  }
}
