package org.steadymi.datasets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for fingerprints and for seeds. */
public final class Sha256 {
  private static final int PIECE = 1 << 12; // numbers

  private Sha256() {}

  /** The digest of a text in UTF-8, 32 bytes. */
  static byte[] digest(String text) {
    return newDigest().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of a text in UTF-8, in hex. */
  static String hex(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** The digest of bytes, one array after the other, in hex. */
  public static String hex(byte[]... parts) {
    MessageDigest digest = newDigest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The digest of numbers as big-endian doubles, one array after the other, in hex. */
  public static String hex(double[]... parts) {
    MessageDigest digest = newDigest();
    ByteBuffer piece = ByteBuffer.allocate(PIECE * Double.BYTES);
    for (double[] part : parts) {
      for (int done = 0; done < part.length; ) {
        int now = Math.min(PIECE, part.length - done);
        piece.asDoubleBuffer().put(part, done, now);
        digest.update(piece.array(), 0, now * Double.BYTES);
        done += now;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "this Java runtime lacks SHA-256, which every one must have", e);
    }
  }
}
