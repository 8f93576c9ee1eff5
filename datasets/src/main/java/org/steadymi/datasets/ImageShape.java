package org.steadymi.datasets;

/**
 * How the values of a row are an image: row-major, {@code row[(r · width + c) · channels + k]}.
 *
 * @param height pixels from top to bottom
 * @param width pixels from left to right
 * @param channels values of a pixel: 1 for grey, 3 for red, green and blue
 */
public record ImageShape(int height, int width, int channels) {
  /** Checks the sizes. */
  public ImageShape {
    if (height < 1 || width < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "image: expected a height and width of at least 1 and 1 or 3 channels, found "
              + "%d × %d × %d".formatted(height, width, channels));
    }
  }

  /** Values of a row. */
  public int size() {
    return height * width * channels;
  }
}
