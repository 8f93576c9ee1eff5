package org.steadymi.datasets.tables;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Collects the elements of a column of an array that is handed on, as they are stored. */
final class KeptElements implements ElementTarget {
  private static final int BLOCK = 1 << 16; // bytes

  private final Place place;
  private final NpyType type;
  private final int perBlock;
  private final List<ByteBuffer> blocks = new ArrayList<>();
  private int size;

  KeptElements(Place place, NpyType type) {
    this.place = place;
    this.type = type;
    this.perBlock = Math.max(1, BLOCK / type.bytes());
  }

  Place place() {
    return place;
  }

  KeptType type() {
    return type.keptType();
  }

  int size() {
    return size;
  }

  @Override
  public void add(ByteBuffer bytes, int at) {
    if (size % perBlock == 0) {
      blocks.add(ByteBuffer.allocate(perBlock * type.bytes()).order(type.order()));
    }
    blocks.get(size / perBlock).put(at(size), bytes, at, type.bytes());
    size++;
  }

  /** The value of a row, of the class that the type says. */
  Object value(int row) {
    return type.kept(blocks.get(row / perBlock), at(row));
  }

  private int at(int row) {
    return row % perBlock * type.bytes();
  }
}
