package org.steadymi.laboratory.images;

import org.steadymi.estimators.TrainingProgress;
import org.steadymi.laboratory.cells.CellContext;
import org.steadymi.laboratory.cells.StoppedException;

/** Tells a context how far a training is, and stops it where the context asks to. */
final class CellProgress implements TrainingProgress {
  private final CellContext context;
  private int told;

  CellProgress(CellContext context) {
    this.context = context;
  }

  @Override
  public void at(int done, int total, double value) {
    context.advance(done - told);
    told = done;
    if (context.stopping()) {
      throw new StoppedException();
    }
  }
}
