package org.steadymi.estimators;

import org.steadymi.graphs.training.Curve;

/**
 * What came out of training one replica.
 *
 * @param replica its number, from 0
 * @param curve every step up to the end, or up to the first step that is not finite
 * @param selected the checkpoint with the highest objective on the selection split; after an
 *     explosion, among those before it: the last good ones
 * @param report the selected checkpoint's value on the report split, macro-averaged over batches,
 *     nats
 * @param seconds wall time of the whole run, all replicas together
 */
public record TrainingResult(
    int replica, Curve curve, Checkpoint selected, BatchMean report, double seconds) {
  /** What the terms did. */
  public Diagnosis diagnosis() {
    return Diagnostics.of(curve);
  }
}
