package org.steadymi.report.internal.markup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.steadymi.report.Pixels;

/** Images as PNG (W3C Recommendation, third edition), 8 bits a value and without filters. */
public final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int GREY = 0;
  private static final int COLOUR = 2;

  private Png() {}

  /** Returns an image as an address that holds it. */
  public static String dataUri(Pixels image) {
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes(image));
  }

  static byte[] bytes(Pixels image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(file)) {
      out.write(SIGNATURE);
      chunk("IHDR", header(image), out);
      chunk("IDAT", rows(image), out);
      chunk("IEND", new byte[0], out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }

  /** Section 11.2.1: size, bits, kind of colour, and 0 for compression, filter and interlacing. */
  private static byte[] header(Pixels image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(image.width());
    out.writeInt(image.height());
    out.writeByte(8);
    out.writeByte(image.channels() == 1 ? GREY : COLOUR);
    out.write(new byte[3]);
    return bytes.toByteArray();
  }

  /** Each row begins with the number of its filter, 0 for none. */
  private static byte[] rows(Pixels image) throws IOException {
    byte[] pixels = image.bytes();
    int length = image.width() * image.channels();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      for (int row = 0; row < image.height(); row++) {
        out.write(0);
        out.write(pixels, row * length, length);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Section 5.3: length, type, data, and a check sum over type and data. */
  private static void chunk(String type, byte[] data, DataOutputStream out) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) sum.getValue());
  }
}
