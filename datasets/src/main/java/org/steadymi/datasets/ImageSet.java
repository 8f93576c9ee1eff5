package org.steadymi.datasets;

/**
 * Labelled images, a byte for each value.
 *
 * @param shape of every image
 * @param pixels [n, shape.size()], each image in the order of its {@link ImageShape}; not copied
 * @param labels [n], each in [0, classes)
 * @param classes number of classes
 * @param white the byte, unsigned, that stands for 1.0: 255 as a rule
 */
@SuppressWarnings(
    "ArrayRecordComponent") // a view of a buffer: identity, not content, is what matters
public record ImageSet(ImageShape shape, byte[] pixels, int[] labels, int classes, int white) {
  /** Checks lengths and label range. */
  public ImageSet {
    if ((long) labels.length * shape.size() != pixels.length) {
      throw new IllegalArgumentException(
          "images: expected %d values for each of %d labels, found %d values"
              .formatted(shape.size(), labels.length, pixels.length));
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "images: expected labels in [0, " + classes + "), found " + label);
      }
    }
  }

  /** Number of images. */
  public int count() {
    return labels.length;
  }

  /** The images at these indices, in this order, with their labels; copied. */
  public ImageSet select(int... indices) {
    int size = shape.size();
    byte[] selected = new byte[indices.length * size];
    int[] kept = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * size, selected, i * size, size);
      kept[i] = labels[indices[i]];
    }
    return new ImageSet(shape, selected, kept, classes, white);
  }

  /** The values in [0, 1] of the images at these indices, in this order. */
  public Rows rows(int... indices) {
    return select(indices).allRows();
  }

  /** The values in [0, 1] of all images. */
  public Rows allRows() {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xff) / (float) white;
    }
    return new Rows(values, shape.size());
  }
}
