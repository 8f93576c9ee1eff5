package org.steadymi.estimators;

import org.steadymi.graphs.training.Curve;

/**
 * What the training of one replica has given so far.
 *
 * @param curve its steps, up to the first that is not finite
 * @param selected the best checkpoint so far
 * @param selectedBefore the best before that one, to which a training returns if the selected state
 *     turns out to be where an explosion began
 */
public record ReplicaState(Curve curve, Checkpoint selected, Checkpoint selectedBefore) {
  /** A training that is about to begin. */
  static ReplicaState untrained(Checkpoint checkpoint) {
    return new ReplicaState(new Curve(0, new float[0]), checkpoint, checkpoint);
  }

  /** With the next steps. */
  ReplicaState then(Curve next) {
    return new ReplicaState(curve.thenWhileFinite(next), selected, selectedBefore);
  }

  /** Without a selected state that its steps since have shown to be where an explosion began. */
  ReplicaState withoutExplosion() {
    return selected.step() >= Diagnostics.firstExplosion(curve)
        ? new ReplicaState(curve, selectedBefore, selectedBefore)
        : this;
  }

  /**
   * With another checkpoint selected, unless an explosion has begun.
   *
   * @param latest of the last step, better than the selected one
   * @param measured its metrics on the selection split
   */
  ReplicaState select(Checkpoint latest, Curve measured) {
    boolean sound =
        Diagnostics.firstExplosion(curve) == curve.steps() && Diagnostics.withinLimits(measured);
    return sound ? new ReplicaState(curve, latest, selected) : this;
  }
}
