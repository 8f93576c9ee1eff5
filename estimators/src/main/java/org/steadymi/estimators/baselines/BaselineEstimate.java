package org.steadymi.estimators.baselines;

import java.util.List;

/**
 * What a baseline says about two variables.
 *
 * @param name of the baseline, such as {@code ksg1}
 * @param nats the estimate; it can be below 0, for nothing is cut off
 * @param what the kind of number, in a few words
 * @param rows how many samples it rests on; those whose symbols occur once are not among them
 * @param notes what was done to the data or should be known about it, one line each
 */
public record BaselineEstimate(
    String name, double nats, String what, int rows, List<String> notes) {
  /** Copies the notes. */
  public BaselineEstimate {
    notes = List.copyOf(notes);
  }
}
