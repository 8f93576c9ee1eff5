package org.steadymi.datasets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, for fingerprints and for seeds. */
public final class Sha256 {
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

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "this Java runtime lacks SHA-256, which every one must have", e);
    }
  }
}
