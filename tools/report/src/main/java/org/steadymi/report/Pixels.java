package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;

/** An immutable small image, grey or in colours, equal to another when every pixel is. */
public final class Pixels {
  private final int height;
  private final int width;
  private final int channels;
  private final byte[] bytes;

  private Pixels(int height, int width, int channels, byte[] bytes) {
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.bytes = bytes;
  }

  /**
   * Copies the pixels.
   *
   * @param height in pixels
   * @param width in pixels
   * @param channels 1 for grey, 3 for red, green and blue
   * @param bytes {@code [height, width, channels]} in row-major order, each 0 … 255 for dark to
   *     light
   * @throws IllegalArgumentException for an empty image, another number of channels, or where the
   *     bytes are not as many as the pixels need
   */
  @JsonCreator
  public static Pixels of(
      @JsonProperty(value = "height", required = true) int height,
      @JsonProperty(value = "width", required = true) int width,
      @JsonProperty(value = "channels", required = true) int channels,
      @JsonProperty(value = "bytes", required = true) byte[] bytes) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "an image must have pixels, not a height of %d and a width of %d"
              .formatted(height, width));
    }
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException(
          "an image must have 1 channel (grey) or 3 (red, green, blue), not " + channels);
    }
    if (bytes == null || bytes.length != (long) height * width * channels) {
      throw new IllegalArgumentException(
          "an image of height %d, width %d and %d channels must have %d bytes, not %s"
              .formatted(
                  height,
                  width,
                  channels,
                  (long) height * width * channels,
                  bytes == null ? "none" : Integer.toString(bytes.length)));
    }
    return new Pixels(height, width, channels, bytes.clone());
  }

  /** Returns the height in pixels. */
  @JsonProperty
  public int height() {
    return height;
  }

  /** Returns the width in pixels. */
  @JsonProperty
  public int width() {
    return width;
  }

  /** Returns 1 for grey, 3 for red, green and blue. */
  @JsonProperty
  public int channels() {
    return channels;
  }

  /** Returns a copy of the pixels, {@code [height, width, channels]} in row-major order. */
  @JsonProperty
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pixels that
        && height == that.height
        && width == that.width
        && channels == that.channels
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * height + width) + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "%d × %d pixels of %d channels".formatted(height, width, channels);
  }
}
