package org.steadymi.estimators.sample;

import java.util.List;

/**
 * How a network learned: what it was worth at every look.
 *
 * @param fold number of the part that was held out, from 1
 * @param candidate its name
 * @param looks in the order of steps; training ended with the last
 */
public record LearningCurve(int fold, String candidate, List<Look> looks) {
  /** Copies the looks. */
  public LearningCurve {
    looks = List.copyOf(looks);
  }

  /**
   * J − log M at one step, of the mean of the last looks' parameters.
   *
   * @param step training steps so far
   * @param onSelection of the rows that chose the step, nats
   * @param onHeldOut of rows by which nothing was chosen, nats
   */
  public record Look(long step, double onSelection, double onHeldOut) {}
}
