package org.steadymi.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import org.steadymi.datasets.ImageSet;
import org.steadymi.datasets.ImageShape;

/** How files hold labelled images. */
sealed interface ImageFormat permits CifarBinary, IdxPair {
  /** Of every image. */
  ImageShape shape();

  /**
   * Reads the images of a part.
   *
   * @param classes labels are below this
   * @throws DamagedFileException if a file is missing or holds something else
   */
  ImageSet read(Path folder, Part part, int classes) throws IOException;

  /** The label, if it is one. */
  static int label(byte found, int classes, int image, Path file) throws DamagedFileException {
    int label = Byte.toUnsignedInt(found);
    if (label >= classes) {
      throw new DamagedFileException(
          "%s: image %,d: expected a label in [0, %d), found %d"
              .formatted(file, image, classes, label));
    }
    return label;
  }
}
