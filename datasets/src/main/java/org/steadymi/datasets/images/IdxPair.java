package org.steadymi.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import org.steadymi.datasets.ImageSet;
import org.steadymi.datasets.ImageShape;

/**
 * Two idx files, of grey images and of their labels. An idx file is a magic number, which says type
 * and number of dimensions, the dimensions, four bytes each with the highest first, and the values.
 *
 * <p>LeCun, Cortes &amp; Burges, The MNIST database of handwritten digits, file formats.
 */
record IdxPair() implements ImageFormat {
  private static final ImageShape SHAPE = new ImageShape(28, 28, 1);
  private static final int WHITE = 255;

  /** Unsigned bytes in as many dimensions as the last byte says. */
  private static final int UNSIGNED_BYTES = 0x800;

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public ImageSet read(Path folder, Part part, int classes) throws IOException {
    byte[] pixels =
        values(folder, part.files().get(0), part.images(), SHAPE.height(), SHAPE.width());
    String name = part.files().get(1);
    byte[] bytes = values(folder, name, part.images());
    int[] labels = new int[part.images()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = ImageFormat.label(bytes[i], classes, i, folder.resolve(name));
    }
    return new ImageSet(SHAPE, pixels, labels, classes, WHITE);
  }

  private static byte[] values(Path folder, String name, int... dimensions) throws IOException {
    int size = 1;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    long expected = (1L + dimensions.length) * Integer.BYTES + size;
    try (Content content = Content.open(folder, name, expected)) {
      int magic = content.readInt();
      if (magic != (UNSIGNED_BYTES | dimensions.length)) {
        throw new DamagedFileException(
            "%s: expected an idx file that begins with 0x%08x, found 0x%08x"
                .formatted(content.file(), UNSIGNED_BYTES | dimensions.length, magic));
      }
      requireDimensions(content, dimensions);
      byte[] values = new byte[size];
      content.read(values, 0, size);
      content.requireEnd();
      return values;
    }
  }

  private static void requireDimensions(Content content, int... dimensions) throws IOException {
    for (int i = 0; i < dimensions.length; i++) {
      int found = content.readInt();
      if (found != dimensions[i]) {
        throw new DamagedFileException(
            "%s: expected %,d %s, found %,d"
                .formatted(
                    content.file(),
                    dimensions[i],
                    i == 0 ? "images" : i == 1 ? "rows of an image" : "columns of an image",
                    Integer.toUnsignedLong(found)));
      }
    }
  }
}
