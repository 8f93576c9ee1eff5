package org.steadymi.datasets.images;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest that some bytes must have.
 *
 * @param algorithm as Java names it
 * @param hex in lower case
 */
public record Checksum(String algorithm, String hex) {
  private static final int BUFFER = 1 << 16;

  /** An MD5 digest: it tells damage, not a forgery. */
  public static Checksum md5(String hex) {
    return new Checksum("MD5", hex);
  }

  /** A SHA-256 digest. */
  public static Checksum sha256(String hex) {
    return new Checksum("SHA-256", hex);
  }

  /** The digest, by the same algorithm, of all that is left in a stream. */
  public Checksum of(InputStream bytes) throws IOException {
    MessageDigest digest = digest(algorithm);
    byte[] buffer = new byte[BUFFER];
    for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
      digest.update(buffer, 0, n);
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "this Java runtime lacks " + algorithm + ", which every one must have", e);
    }
  }

  /** Algorithm and digest, as in {@code MD5 d41d…}. */
  @Override
  public String toString() {
    return algorithm + " " + hex;
  }
}
