package org.steadymi.laboratory.cells;

/** A cell was asked to stop, and has saved what it had. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says so. */
  public StoppedException() {
    super("stopped; the same command with --resume goes on");
  }
}
