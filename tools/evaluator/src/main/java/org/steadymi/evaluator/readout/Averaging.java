package org.steadymi.evaluator.readout;

/** How the batches become one number. */
public enum Averaging {
  /** The formula on each batch, then the mean over batches. */
  MACRO("macro"),
  /** All scores of all batches pooled, then the formula once. */
  MICRO("micro"),
  /** Macro and micro are the same number, because the formula is linear in the batch means. */
  BOTH("both");

  private final String label;

  Averaging(String label) {
    this.label = label;
  }

  /** For people and files: {@code macro}, {@code micro} or {@code both}. */
  public String label() {
    return label;
  }
}
