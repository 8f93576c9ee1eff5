package org.steadymi.datasets.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** Reads the elements of an array in the order of the file, a piece at a time. */
final class NpyArray {
  private static final int PIECE = 1 << 16;

  private final NpyHeader header;
  private final InputStream bytes;
  private final String where;

  /**
   * @param bytes from behind the header on
   * @param where the file and the array, for messages
   */
  NpyArray(NpyHeader header, InputStream bytes, String where) {
    this.header = header;
    this.bytes = bytes;
    this.where = where;
  }

  /**
   * Reads all elements.
   *
   * @param columns where those of the wanted columns go, by position
   * @throws TableException with one line, if there are fewer or more than the header says
   */
  void read(Map<Integer, ElementTarget> columns) throws IOException {
    NpyType type = header.type();
    long count = (long) header.rows() * header.columns();
    int perPiece = Math.max(1, PIECE / type.bytes());
    byte[] piece = new byte[perPiece * type.bytes()];
    ByteBuffer view = ByteBuffer.wrap(piece).order(type.order());
    ElementTarget[] byPosition = new ElementTarget[header.columns()];
    columns.forEach((position, column) -> byPosition[position] = column);
    int inner = header.fortran() ? header.rows() : header.columns(); // what runs fastest
    int outer = 0;
    int at = 0;
    for (long done = 0; done < count; ) {
      int now = (int) Math.min(perPiece, count - done);
      int found = bytes.readNBytes(piece, 0, now * type.bytes());
      if (found < now * type.bytes()) {
        throw new TableException(
            "%s: expected %,d bytes of %,d × %,d elements, found %,d: truncated?"
                .formatted(
                    where,
                    count * type.bytes(),
                    header.rows(),
                    header.columns(),
                    done * type.bytes() + found));
      }
      for (int i = 0; i < now; i++) {
        ElementTarget column = byPosition[header.fortran() ? outer : at];
        if (column != null) {
          column.add(view, i * type.bytes());
        }
        if (++at == inner) {
          at = 0;
          outer++;
        }
      }
      done += now;
    }
    if (bytes.read() >= 0) {
      throw new TableException(
          "%s: holds more than the %,d bytes of its %,d × %,d elements: damaged?"
              .formatted(where, count * type.bytes(), header.rows(), header.columns()));
    }
  }
}
