package org.steadymi.datasets.tables;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the elements of an array, such as {@code <f8}.
 *
 * @param kind {@code f} floating point, {@code i} and {@code u} integers, {@code b} truth values,
 *     {@code U} text
 * @param bytes of an element
 * @param order of its bytes
 */
record NpyType(char kind, int bytes, ByteOrder order) {
  private static final Pattern DESCR = Pattern.compile("([<>|=])([a-zA-Z])(\\d{0,6})");

  static NpyType of(String descr, String where) {
    Matcher parts = DESCR.matcher(descr);
    if (!parts.matches()) {
      throw refused(descr, where);
    }
    char kind = parts.group(2).charAt(0);
    int size = parts.group(3).isEmpty() ? 0 : Integer.parseInt(parts.group(3));
    ByteOrder order =
        switch (parts.group(1).charAt(0)) {
          case '<' -> ByteOrder.LITTLE_ENDIAN;
          case '>' -> ByteOrder.BIG_ENDIAN;
          default -> ByteOrder.nativeOrder();
        };
    boolean known =
        switch (kind) {
          case 'f' -> size == 4 || size == 8;
          case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
          case 'b' -> size == 1;
          case 'U' -> size > 0;
          default -> false;
        };
    if (!known) {
      throw refused(descr, where);
    }
    return new NpyType(kind, kind == 'U' ? Integer.BYTES * size : size, order);
  }

  private static TableException refused(String descr, String where) {
    return new TableException(
        descr.endsWith("O")
            ? where + ": holds pickled objects, which are not read: save numbers or text"
            : "%s: expected numbers (f4, f8, i1 to i8, u1 to u8), bool or text (U), found type %s"
                .formatted(where, Place.shown(descr)));
  }

  boolean isText() {
    return kind == 'U';
  }

  boolean isTruth() {
    return kind == 'b';
  }

  /** The number at a position; truth is 1. */
  double number(ByteBuffer bytes, int at) {
    return switch (kind) {
      case 'f' -> this.bytes == Float.BYTES ? bytes.getFloat(at) : bytes.getDouble(at);
      case 'b' -> bytes.get(at) == 0 ? 0 : 1;
      case 'u' -> unsigned(bytes, at);
      default -> signed(bytes, at);
    };
  }

  private long signed(ByteBuffer bytes, int at) {
    return switch (this.bytes) {
      case Byte.BYTES -> bytes.get(at);
      case Short.BYTES -> bytes.getShort(at);
      case Integer.BYTES -> bytes.getInt(at);
      default -> bytes.getLong(at);
    };
  }

  private double unsigned(ByteBuffer bytes, int at) {
    long signed = signed(bytes, at);
    return this.bytes < Long.BYTES
        ? signed & ((1L << (Byte.SIZE * this.bytes)) - 1)
        : NumberText.unsigned(signed);
  }

  /** The category at a position, as text; {@code null} if it is missing. */
  String level(ByteBuffer bytes, int at) {
    return switch (kind) {
      case 'U' -> NumberText.levelOrMissing(text(bytes, at));
      case 'b' -> bytes.get(at) == 0 ? "false" : "true";
      case 'f' -> floating(bytes, at);
      case 'u' ->
          this.bytes < Long.BYTES
              ? Long.toString((long) unsigned(bytes, at))
              : Long.toUnsignedString(signed(bytes, at));
      default -> Long.toString(signed(bytes, at));
    };
  }

  /** What an element is handed on as; whole numbers beyond 63 bits are text. */
  KeptType keptType() {
    return switch (kind) {
      case 'f' -> this.bytes == Float.BYTES ? KeptType.FLOAT : KeptType.NUMBER;
      case 'b' -> KeptType.TRUTH;
      case 'i' -> KeptType.WHOLE;
      case 'u' -> this.bytes < Long.BYTES ? KeptType.WHOLE : KeptType.TEXT;
      default -> KeptType.TEXT;
    };
  }

  /** The element at a position as it is stored, of the class that {@link #keptType} says. */
  Object kept(ByteBuffer bytes, int at) {
    return switch (keptType()) {
      case WHOLE -> kind == 'i' ? signed(bytes, at) : (long) unsigned(bytes, at);
      case NUMBER -> bytes.getDouble(at);
      case FLOAT -> bytes.getFloat(at);
      case TRUTH -> bytes.get(at) != 0;
      case TEXT -> isText() ? text(bytes, at) : Long.toUnsignedString(signed(bytes, at));
    };
  }

  private String floating(ByteBuffer bytes, int at) {
    double value = number(bytes, at);
    return this.bytes == Float.BYTES ? NumberText.level((float) value) : NumberText.level(value);
  }

  private String text(ByteBuffer bytes, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < this.bytes; i += Integer.BYTES) {
      int codePoint = bytes.getInt(at + i);
      if (codePoint == 0) {
        break;
      }
      text.appendCodePoint(Character.isValidCodePoint(codePoint) ? codePoint : '\ufffd');
    }
    return text.toString();
  }
}
