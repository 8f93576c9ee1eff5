package org.steadymi.evaluator.probe;

import java.util.List;
import java.util.function.UnaryOperator;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;

/**
 * One representation of labelled rows, in the three splits.
 *
 * @param train what the probe is fitted to and neighbours are looked for in
 * @param selection what the strength of the regularisation is chosen on
 * @param report what accuracies are of
 */
public record LabelledSplits(LabelledRows train, LabelledRows selection, LabelledRows report) {
  /** Checks that the splits have rows, of one width, with the same classes. */
  public LabelledSplits {
    for (LabelledRows rows : List.of(train, selection, report)) {
      if (rows.rows().count() == 0) {
        throw new IllegalArgumentException(
            "probe: expected rows in every split, found an empty one");
      }
      if (rows.rows().width() != train.rows().width() || rows.classes() != train.classes()) {
        throw new IllegalArgumentException(
            "probe: expected %d values and %d classes in every split, found %d and %d"
                .formatted(
                    train.rows().width(), train.classes(), rows.rows().width(), rows.classes()));
      }
    }
  }

  /**
   * The labelled rows of one split.
   *
   * @throws IllegalArgumentException if the source has no labels
   */
  public static LabelledRows labelled(PairSource source, Split split) {
    return source
        .labelled(split)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--probe: data %s has no class labels; use labelled data such as digits"
                        .formatted(source.spec())));
  }

  /** The same labels on mapped rows: row i of the result must belong to row i of the argument. */
  public LabelledSplits map(UnaryOperator<Rows> representation) {
    return new LabelledSplits(
        mapped(train, representation),
        mapped(selection, representation),
        mapped(report, representation));
  }

  private static LabelledRows mapped(LabelledRows rows, UnaryOperator<Rows> representation) {
    return new LabelledRows(representation.apply(rows.rows()), rows.labels(), rows.classes());
  }
}
