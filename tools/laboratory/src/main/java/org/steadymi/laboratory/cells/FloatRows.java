package org.steadymi.laboratory.cells;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Rows of floats as bytes: how many, then each with its length before it. */
final class FloatRows {
  private FloatRows() {}

  /** How many bytes they take. */
  static int size(List<float[]> rows) {
    int size = Integer.BYTES;
    for (float[] row : rows) {
      size =
          Math.addExact(
              size, Math.addExact(Integer.BYTES, Math.multiplyExact(Float.BYTES, row.length)));
    }
    return size;
  }

  static void put(ByteBuffer bytes, List<float[]> rows) {
    bytes.putInt(rows.size());
    for (float[] row : rows) {
      bytes.putInt(row.length);
      bytes.asFloatBuffer().put(row);
      bytes.position(bytes.position() + Float.BYTES * row.length);
    }
  }

  static List<float[]> get(ByteBuffer bytes) {
    int count = bytes.getInt();
    List<float[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] row = new float[bytes.getInt()];
      bytes.asFloatBuffer().get(row);
      bytes.position(bytes.position() + Float.BYTES * row.length);
      rows.add(row);
    }
    return rows;
  }
}
