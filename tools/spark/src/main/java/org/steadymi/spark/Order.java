package org.steadymi.spark;

import java.io.Serializable;
import java.util.Optional;
import org.steadymi.laboratory.cells.Cell;
import org.steadymi.laboratory.store.Store;

/** A cell to be run, from the checkpoint on that an earlier run may have left. */
final class Order implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final byte[] checkpoint;

  private Order(String key, byte[] checkpoint) {
    this.key = key;
    this.checkpoint = checkpoint;
  }

  static Order of(Cell cell, Store store) {
    return new Order(cell.key().text(), store.checkpoint(cell.key()).orElse(null));
  }

  String key() {
    return key;
  }

  Optional<byte[]> checkpoint() {
    return Optional.ofNullable(checkpoint);
  }
}
