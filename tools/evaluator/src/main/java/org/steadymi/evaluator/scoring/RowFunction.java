package org.steadymi.evaluator.scoring;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.Rows;

/**
 * A model as a function of rows. Several threads may call one; whoever opens it closes it, after
 * the last call.
 */
public interface RowFunction extends AutoCloseable {
  /** Values that it takes of a row of x; 0 if it takes no x. */
  int xSize();

  /** Values that it takes of a row of y; 0 if it takes no y. */
  int ySize();

  /** The names of the numbers that it gives for each row. */
  List<String> columns();

  /** What a reader of the numbers has to know, one sentence each. */
  List<String> notes();

  /** Identifies the model, by {@link Versions}. */
  String model();

  /**
   * The numbers of some rows.
   *
   * @param x [n, xSize] with n of at least 1, not standardised; empty if it takes no x
   * @param y [n, ySize], likewise
   * @return [n, columns]
   * @throws org.steadymi.savedmodels.SavedModelException if the model fails or gives NaN
   * @throws org.steadymi.savedmodels.ModelTimeoutException if it takes too long
   */
  Rows apply(Optional<Rows> x, Optional<Rows> y);

  @Override
  void close();
}
