package org.steadymi.graphs.critics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * T(x, y) = f(x) · g(y): two towers, each scored once per row, so a K×K matrix costs 2 K
 * evaluations.
 */
public final class SeparableCritic implements Critic, Critic.Encoders {
  private final int xSize;
  private final int ySize;
  private final Settings settings;
  private final Mlp f;
  private final Mlp g;

  /**
   * How the towers are built.
   *
   * @param hidden width of the hidden layers
   * @param layers number of hidden layers
   * @param features width of the features whose inner product is the score
   * @param shared whether one tower serves both sides
   */
  public record Settings(int hidden, int layers, int features, boolean shared) {
    /**
     * Two hidden layers of 256 and 32 features, as in the Gaussian experiments of the literature.
     */
    public static final Settings DEFAULTS = new Settings(256, 2, 32, false);

    /** Checks the numbers. */
    public Settings {
      Widths.require("separable critic", "hidden", hidden);
      Widths.require("separable critic", "layers", layers);
      Widths.require("separable critic", "features", features);
    }
  }

  /**
   * A critic for rows of the given widths.
   *
   * @throws IllegalArgumentException if the towers are shared and the widths differ
   */
  public SeparableCritic(int xSize, int ySize, Settings settings) {
    Widths.requireSides("separable critic", xSize, ySize);
    if (settings.shared() && xSize != ySize) {
      throw new IllegalArgumentException(
          "separable critic: a shared tower needs x and y of equal width, found "
              + xSize
              + " and "
              + ySize);
    }
    this.xSize = xSize;
    this.ySize = ySize;
    this.settings = settings;
    this.f = tower(settings.shared() ? "tower" : "x", xSize);
    this.g = settings.shared() ? f : tower("y", ySize);
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
  public int features() {
    return settings.features();
  }

  @Override
  public String kind() {
    return "separable";
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("hidden", Integer.toString(settings.hidden()));
    options.put("layers", Integer.toString(settings.layers()));
    options.put("features", Integer.toString(settings.features()));
    options.put("shared", Boolean.toString(settings.shared()));
    return options;
  }

  @Override
  public List<ParameterSpec> parameters() {
    Stream<Mlp> towers = settings.shared() ? Stream.of(f) : Stream.of(f, g);
    return towers.flatMap(tower -> tower.parameters().stream()).toList();
  }

  @Override
  public Operand<TFloat32> score(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return tf.reduceSum(tf.math.mul(encodeX(tf, p, x), encodeY(tf, p, y)), tf.constant(-1));
  }

  @Override
  public Operand<TFloat32> scoreMatrix(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    return Dense.productTransposed(tf, encodeX(tf, p, x), encodeY(tf, p, y));
  }

  @Override
  public Optional<Encoders> encoders() {
    return Optional.of(this);
  }

  @Override
  public Operand<TFloat32> encodeX(Ops tf, Parameters p, Operand<TFloat32> x) {
    return f.apply(tf, p, x);
  }

  @Override
  public Operand<TFloat32> encodeY(Ops tf, Parameters p, Operand<TFloat32> y) {
    return g.apply(tf, p, y);
  }

  private Mlp tower(String name, int in) {
    return Mlp.of(
        name, true, Widths.of(in, settings.hidden(), settings.layers(), settings.features()));
  }
}
