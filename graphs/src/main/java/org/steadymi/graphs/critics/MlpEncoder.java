package org.steadymi.graphs.critics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Affine layers with ReLU between them over an image's values, (x − 0.5) / 0.5. */
public final class MlpEncoder implements Encoder {
  private final int xSize;
  private final Settings settings;
  private final Mlp mlp;

  /**
   * How the network is built.
   *
   * @param hidden width of the hidden layers
   * @param layers number of hidden layers
   * @param features width of the features
   */
  public record Settings(int hidden, int layers, int features) {
    /** Two hidden layers of 256 and 128 features. */
    public static final Settings DEFAULTS = new Settings(256, 2, 128);

    /** Checks the numbers. */
    public Settings {
      Widths.require("mlp encoder", "hidden", hidden);
      Widths.require("mlp encoder", "layers", layers);
      Widths.require("mlp encoder", "features", features);
    }
  }

  /** An encoder of images of that many values. */
  public MlpEncoder(int xSize, Settings settings) {
    Widths.require("mlp encoder", "width of x", xSize);
    this.xSize = xSize;
    this.settings = settings;
    this.mlp =
        Mlp.of(
            "encoder",
            true,
            Widths.of(xSize, settings.hidden(), settings.layers(), settings.features()));
  }

  @Override
  public int xSize() {
    return xSize;
  }

  @Override
  public int features() {
    return settings.features();
  }

  @Override
  public String kind() {
    return "mlp";
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("hidden", Integer.toString(settings.hidden()));
    options.put("layers", Integer.toString(settings.layers()));
    options.put("features", Integer.toString(settings.features()));
    return options;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return mlp.parameters();
  }

  @Override
  public Operand<TFloat32> encode(Ops tf, Parameters p, Operand<TFloat32> x) {
    return mlp.apply(tf, p, ImageSize.normalized(tf, x));
  }
}
