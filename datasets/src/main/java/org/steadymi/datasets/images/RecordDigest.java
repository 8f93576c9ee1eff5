package org.steadymi.datasets.images;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.steadymi.datasets.ImageSet;

/**
 * A digest of labelled images that does not depend on their order, nor on how files hold them: the
 * SHA-256 of the sorted SHA-256 digests of all images, each of its label, a byte, and its pixels in
 * the order of its shape.
 */
final class RecordDigest {
  private static final String SHA_256 = "SHA-256";

  private RecordDigest() {}

  /** In hex. */
  static String of(ImageSet images) {
    MessageDigest digest = Checksum.digest(SHA_256);
    int size = images.shape().size();
    byte[][] records = new byte[images.count()][];
    for (int i = 0; i < records.length; i++) {
      digest.update((byte) images.labels()[i]);
      digest.update(images.pixels(), i * size, size);
      records[i] = digest.digest();
    }
    Arrays.sort(records, Arrays::compareUnsigned);
    for (byte[] record : records) {
      digest.update(record);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
