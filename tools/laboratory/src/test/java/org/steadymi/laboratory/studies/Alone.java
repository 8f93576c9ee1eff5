package org.steadymi.laboratory.studies;

import java.util.Optional;
import org.steadymi.laboratory.cells.CellContext;

/** A context for a cell that runs by itself, without interruption. */
final class Alone implements CellContext {
  private long steps;

  /** Steps that the cell has reported. */
  long steps() {
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
    return false;
  }
}
