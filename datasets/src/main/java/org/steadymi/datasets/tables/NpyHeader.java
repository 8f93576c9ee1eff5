package org.steadymi.datasets.tables;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an array in NumPy's format, versions 1 to 3: numpy.org, NEP 1 and {@code
 * numpy.lib.format}.
 *
 * @param type of the elements
 * @param fortran whether the first index runs fastest
 * @param rows first dimension
 * @param columns second dimension, 1 for a vector
 * @param vector whether there is one dimension only
 */
record NpyHeader(NpyType type, boolean fortran, int rows, int columns, boolean vector) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*('([^']*)'|\\[)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)");

  /**
   * Reads a header; the elements follow.
   *
   * @param where the file and the array, for messages
   * @throws TableException with one line, if this is no header or the array is of another kind than
   *     numbers, truth values and text in one or two dimensions
   */
  static NpyHeader read(InputStream bytes, String where) throws IOException {
    String text = text(bytes, where);
    String descr = group(DESCR, text, 1, where, "descr");
    if (descr.equals("[")) {
      throw new TableException(
          where + ": has several fields in an element: save each as an array of its own");
    }
    NpyType type = NpyType.of(descr.substring(1, descr.length() - 1), where);
    boolean fortran = group(ORDER, text, 1, where, "fortran_order").equals("True");
    String shape = group(SHAPE, text, 1, where, "shape");
    String[] sizes =
        Arrays.stream(shape.split(","))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toArray(String[]::new);
    if (sizes.length < 1 || sizes.length > 2) {
      throw new TableException(
          "%s: expected an array of 1 or 2 dimensions, found shape (%s)".formatted(where, shape));
    }
    int rows = size(sizes[0], shape, where);
    int columns = sizes.length == 1 ? 1 : size(sizes[1], shape, where);
    if (rows == 0 || columns == 0) {
      throw new TableException("%s: is empty: shape (%s)".formatted(where, shape));
    }
    return new NpyHeader(type, fortran && sizes.length == 2, rows, columns, sizes.length == 1);
  }

  private static String text(InputStream bytes, String where) throws IOException {
    byte[] start = bytes.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2
        || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw new TableException(where + ": does not begin as an NPY array does: damaged?");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw new TableException(
          "%s: expected NPY version 1, 2 or 3, found %d".formatted(where, version));
    }
    byte[] count = exactly(bytes, version == 1 ? Short.BYTES : Integer.BYTES);
    ByteBuffer little = ByteBuffer.wrap(count).order(ByteOrder.LITTLE_ENDIAN);
    int length = version == 1 ? Short.toUnsignedInt(little.getShort()) : little.getInt();
    if (length < 0 || length > LONGEST) {
      throw new TableException(
          "%s: expected a header of at most %,d bytes, found %,d: damaged?"
              .formatted(where, LONGEST, Integer.toUnsignedLong(length)));
    }
    return new String(exactly(bytes, length), StandardCharsets.UTF_8);
  }

  private static byte[] exactly(InputStream bytes, int count) throws IOException {
    byte[] read = bytes.readNBytes(count);
    if (read.length < count) {
      throw new EOFException();
    }
    return read;
  }

  private static String group(Pattern pattern, String header, int group, String where, String key) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new TableException(
          "%s: the header names no %s, found %s".formatted(where, key, Place.shown(header)));
    }
    return matcher.group(group);
  }

  private static int size(String digits, String shape, String where) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException tooLong) {
      throw new TableException(
          "%s: expected dimensions below 2^31, found shape (%s)".formatted(where, shape), tooLong);
    }
  }
}
