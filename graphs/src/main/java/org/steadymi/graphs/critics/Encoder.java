package org.steadymi.graphs.critics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A map from images to features, the larger part of a critic. Like a critic it owns no variables.
 */
public interface Encoder {
  /** Values of one image, height · width · channels. */
  int xSize();

  /** Width of the features. */
  int features();

  /** Its kind, for example {@code small-cnn}. */
  String kind();

  /** Its settings by name; the size of the images is the data's. */
  Map<String, String> options();

  /** The options of a critic over an encoder: {@code encoder}, its kind, then its own. */
  static Map<String, String> describe(Encoder encoder) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("encoder", encoder.kind());
    options.putAll(encoder.options());
    return options;
  }

  /** What it must be given to encode. */
  List<ParameterSpec> parameters();

  /**
   * Features of images: x [n, xSize] with values in [0, 1], an image's by rows, then columns, then
   * channels, to [n, features].
   */
  Operand<TFloat32> encode(Ops tf, Parameters p, Operand<TFloat32> x);
}
