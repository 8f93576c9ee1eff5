package org.steadymi.evaluator.bulk;

import java.io.Serializable;
import org.steadymi.evaluator.scoring.RowFunction;

/**
 * The parts of a table through a model, each to be computed anywhere that has the table, the model
 * and the place of the results under the same names.
 */
public interface PartsJob extends Serializable {
  /**
   * Checks and opens the model; whoever opens it closes it. Several parts may use it at once.
   *
   * @param threads of TensorFlow that a part may keep busy
   * @throws org.steadymi.savedmodels.SavedModelException as {@link
   *     org.steadymi.evaluator.Critic#load}
   */
  RowFunction open(int threads);

  /**
   * Computes a part and moves it into place whole, in the place of one that is there.
   *
   * @param part from 0
   */
  PartCount compute(RowFunction model, int part);
}
