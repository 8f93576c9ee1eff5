package org.steadymi.datasets;

/**
 * Rows with a class each, as the probe and the nearest-neighbour classifier need them.
 *
 * @param rows [n, width]
 * @param labels [n], each in [0, classes)
 * @param classes number of classes
 */
@SuppressWarnings("ArrayRecordComponent")
public record LabelledRows(Rows rows, int[] labels, int classes) {
  /** Checks lengths and label range. */
  public LabelledRows {
    if (rows.count() != labels.length) {
      throw new IllegalArgumentException(
          "labelled rows: expected a label per row, found "
              + labels.length
              + " labels for "
              + rows.count()
              + " rows");
    }
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new IllegalArgumentException(
            "labelled rows: expected labels in [0, " + classes + "), found " + label);
      }
    }
  }

  /** The rows at these indices, in this order, with their labels; copied. */
  public LabelledRows select(int... indices) {
    int[] selected = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      selected[i] = labels[indices[i]];
    }
    return new LabelledRows(rows.select(indices), selected, classes);
  }
}
