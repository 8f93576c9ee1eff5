package org.steadymi.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import org.steadymi.datasets.ImageSet;
import org.steadymi.datasets.ImageShape;

/**
 * The binary files of CIFAR: records of labels, a byte each, and 32 × 32 bytes of red, then of
 * green, then of blue. Every file of a part has as many records.
 *
 * <p>Krizhevsky, The CIFAR-10 dataset, https://www.cs.toronto.edu/~kriz/cifar.html, binary version.
 *
 * @param labels number of labels of a record
 * @param label which of them counts
 */
record CifarBinary(int labels, int label) implements ImageFormat {
  private static final ImageShape SHAPE = new ImageShape(32, 32, 3);
  private static final int WHITE = 255;

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public ImageSet read(Path folder, Part part, int classes) throws IOException {
    var images =
        new ImageSet(
            SHAPE, new byte[part.images() * SHAPE.size()], new int[part.images()], classes, WHITE);
    int records = part.images() / part.files().size();
    int first = 0;
    for (String name : part.files()) {
      read(folder, name, images, first, records);
      first += records;
    }
    return images;
  }

  private void read(Path folder, String name, ImageSet images, int first, int records)
      throws IOException {
    byte[] record = new byte[labels + SHAPE.size()];
    try (Content content = Content.open(folder, name, (long) records * record.length)) {
      for (int i = 0; i < records; i++) {
        content.read(record, 0, record.length);
        int image = first + i;
        images.labels()[image] =
            ImageFormat.label(record[label], images.classes(), i, content.file());
        interleave(record, images.pixels(), image * SHAPE.size());
      }
      content.requireEnd();
    }
  }

  /** From planes, [3, 32, 32], to pixels, [32, 32, 3]. */
  private void interleave(byte[] record, byte[] pixels, int to) {
    int plane = SHAPE.height() * SHAPE.width();
    int next = to;
    for (int pixel = labels; pixel < labels + plane; pixel++) {
      pixels[next++] = record[pixel];
      pixels[next++] = record[pixel + plane];
      pixels[next++] = record[pixel + 2 * plane];
    }
  }
}
