package org.steadymi.laboratory.cells;

import java.util.Optional;

/** A context for a cell that runs by itself. */
public final class Alone implements CellContext {
  private final boolean stopping;
  private long steps;

  /** Without interruption. */
  public Alone() {
    this(false);
  }

  /**
   * @param stopping whether the cell is asked to stop
   */
  public Alone(boolean stopping) {
    this.stopping = stopping;
  }

  /** Steps that the cell has reported. */
  public long steps() {
    return steps;
  }

  @Override
  public Optional<byte[]> checkpoint() {
    return Optional.empty();
  }

  @Override
  public boolean checkpointDue() {
    return false;
  }

  @Override
  public void save(byte[] state) {
    throw new IllegalStateException("nothing asked for a checkpoint");
  }

  @Override
  public void advance(long more) {
    steps += more;
  }

  @Override
  public boolean stopping() {
    return stopping;
  }
}
