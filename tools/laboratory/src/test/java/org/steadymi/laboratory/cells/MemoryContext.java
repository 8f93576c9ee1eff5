package org.steadymi.laboratory.cells;

import java.util.Optional;

/** A context that keeps checkpoints in memory and asks to stop after so many chunks. */
final class MemoryContext implements CellContext {
  private byte[] state;
  private int chunks;
  private int saves;
  private long advanced;

  /** Lets the next run do so many chunks. */
  void allow(int count) {
    chunks = count;
    advanced = 0;
  }

  long advanced() {
    return advanced;
  }

  int saves() {
    return saves;
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return Optional.ofNullable(state);
  }

  @Override
  public boolean checkpointDue() {
    return false;
  }

  @Override
  public void save(byte[] bytes) {
    state = bytes.clone();
    saves++;
  }

  @Override
  public void advance(long steps) {
    advanced += steps;
  }

  @Override
  public boolean stopping() {
    return chunks-- <= 0;
  }
}
