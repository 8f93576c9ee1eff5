package org.steadymi.evaluator.readout;

/** The scores of one batch, which knows the joint and the marginal pairs among them. */
public sealed interface ScoreBatch permits ScoreMatrix, LabelScores, SameLabelScores {
  /** What all batches of one evaluation have in common. */
  Layout layout();

  /** The pairs of the row i, in [0, layout().rows()). */
  ScoreRow row(int i);

  /**
   * The scores of one x.
   *
   * @param joint of its joint pairs; may be none
   * @param marginal of its marginal pairs; where {@link Layout#jointApart()} does not hold, the
   *     joint ones are among them
   */
  @SuppressWarnings("ArrayRecordComponent") // lives for one row, never compared
  record ScoreRow(double[] joint, double[] marginal) {}
}
