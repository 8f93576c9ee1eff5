package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.image.ResizeBilinear;
import org.tensorflow.types.TFloat32;

/**
 * ResNet-18, then the mean over space and an affine layer. He et al. 2016, arXiv:1512.03385, table
 * 1; its form for 32×32 images as in section 4.2.
 */
public final class ResNet18 implements Encoder {
  private static final int[] WIDTHS = {64, 128, 256, 512};
  private static final int BLOCKS_PER_WIDTH = 2;
  private static final int IMAGENET_SIDE = 224;

  private final ImageSize size;
  private final Settings settings;
  private final ConvNorm stem;
  private final List<ResidualBlock> blocks;
  private final Dense last;

  /** How the network begins. */
  public enum Form {
    /** A 3×3 convolution of stride 1 on images of any size. */
    CIFAR,
    /**
     * Images of 224×224, to which others are resized bilinearly; a 7×7 convolution of stride 2,
     * then the maxima of 3×3 values, also of stride 2.
     */
    IMAGENET;

    /** Its name in {@link Encoder#options}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How the network is built.
   *
   * @param features width of the features
   */
  public record Settings(Form form, int features) {
    /** The form for small images, with 512 features. */
    public static final Settings DEFAULTS = new Settings(Form.CIFAR, 512);

    /** Checks the numbers. */
    public Settings {
      Widths.require("resnet18", "features", features);
    }
  }

  /** An encoder of images of that size. */
  public ResNet18(ImageSize size, Settings settings) {
    this.size = size;
    this.settings = settings;
    boolean cifar = settings.form() == Form.CIFAR;
    this.stem =
        ConvNorm.of("encoder/stem", cifar ? 3 : 7, size.channels(), WIDTHS[0], cifar ? 1 : 2);
    this.blocks = blocks();
    this.last = new Dense("encoder/last", WIDTHS[WIDTHS.length - 1], settings.features(), true);
  }

  @Override
  public int xSize() {
    return size.values();
  }

  @Override
  public int features() {
    return settings.features();
  }

  @Override
  public String kind() {
    return "resnet18";
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("form", settings.form().text());
    options.put("features", Integer.toString(settings.features()));
    return options;
  }

  @Override
  public List<ParameterSpec> parameters() {
    List<ParameterSpec> specs = new ArrayList<>(stem.parameters());
    blocks.forEach(block -> specs.addAll(block.parameters()));
    specs.addAll(last.parameters());
    return specs;
  }

  @Override
  public Operand<TFloat32> encode(Ops tf, Parameters p, Operand<TFloat32> x) {
    Operand<TFloat32> images = size.images(tf, x);
    Operand<TFloat32> h =
        settings.form() == Form.CIFAR ? stem(tf, p, images) : imagenetStem(tf, p, images);
    for (ResidualBlock block : blocks) {
      h = block.apply(tf, p, h);
    }
    return last.apply(tf, p, ImageSize.meanOverSpace(tf, h));
  }

  private Operand<TFloat32> stem(Ops tf, Parameters p, Operand<TFloat32> images) {
    return tf.nn.relu(stem.apply(tf, p, images));
  }

  private Operand<TFloat32> imagenetStem(Ops tf, Parameters p, Operand<TFloat32> images) {
    boolean fits = size.height() == IMAGENET_SIDE && size.width() == IMAGENET_SIDE;
    return largest(tf, stem(tf, p, fits ? images : resized(tf, images, IMAGENET_SIDE)));
  }

  /** [n, h, w, c] to [n, side, side, c], linear between the centres of the pixels. */
  static Operand<TFloat32> resized(Ops tf, Operand<TFloat32> images, int side) {
    return tf.image.resizeBilinear(
        images, tf.constant(new int[] {side, side}), ResizeBilinear.halfPixelCenters(true));
  }

  /** The largest of 3×3 values at every second: [n, h, w, c] to [n, ⌈h/2⌉, ⌈w/2⌉, c]. */
  static Operand<TFloat32> largest(Ops tf, Operand<TFloat32> images) {
    return tf.nn.maxPool(
        images, tf.constant(new int[] {1, 3, 3, 1}), tf.constant(new int[] {1, 2, 2, 1}), "SAME");
  }

  private static List<ResidualBlock> blocks() {
    List<ResidualBlock> blocks = new ArrayList<>();
    int in = WIDTHS[0];
    for (int stage = 0; stage < WIDTHS.length; stage++) {
      int out = WIDTHS[stage];
      for (int i = 0; i < BLOCKS_PER_WIDTH; i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        blocks.add(ResidualBlock.of("encoder/" + stage + "/" + i, in, out, stride));
        in = out;
      }
    }
    return List.copyOf(blocks);
  }
}
