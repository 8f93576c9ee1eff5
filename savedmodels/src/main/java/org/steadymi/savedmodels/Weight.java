package org.steadymi.savedmodels;

import java.util.regex.Pattern;
import org.tensorflow.ndarray.Shape;

/**
 * One weight of a critic with its values.
 *
 * @param name readable name, unique in its critic, such as {@code x/dense_0/kernel}
 * @param shape its shape, without unknown dimensions
 * @param values its values in row-major order, all finite; neither copied here nor changed, and to
 *     be left unchanged by the caller
 */
@SuppressWarnings("ArrayRecordComponent") // a value carrier between two modules, never compared
public record Weight(String name, Shape shape, float[] values) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(/[A-Za-z0-9_]+)*");

  /**
   * Checks name, size and values.
   *
   * @throws IllegalArgumentException if the name is not made of letters, digits, underscores and
   *     slashes, the values do not fill the shape, or one of them is not finite
   */
  public Weight {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "weight name '" + name + "' may hold letters, digits, '_' and, between these, '/'");
    }
    if (shape.hasUnknownDimension() || shape.size() != values.length) {
      throw new IllegalArgumentException(
          "weight %s has shape %s but %d values".formatted(name, shape, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "weight %s holds %s at index %d: only finite weights can be exported"
                .formatted(name, values[i], i));
      }
    }
  }
}
