package org.steadymi.laboratory.study;

import java.util.List;
import org.steadymi.report.Cell;
import org.steadymi.report.Column;
import org.steadymi.report.Table;

/**
 * A number that others have published, and ours.
 *
 * @param quantity what is measured, with case and unit, such as {@code MINE, batch 100: log M,
 *     nats}
 * @param published theirs
 * @param ours the same quantity in this study's runs
 */
public record Comparison(String quantity, Published published, Interval ours) {
  /**
   * A number, or the range of several runs.
   *
   * @param low the number itself, or the lower end
   * @param high the number itself, or the upper end
   * @param source where it stands
   */
  public record Published(double low, double high, String source) {
    /**
     * Follows the source of a number of JS or ReJS by the reference code of Choi and Lee, which
     * reads NWJ off a critic at T and not at T + 1.
     */
    public static final String JS_READ_OTHERWISE = "; theirs reads J − M/e, ours 1 + J − M";

    /** A single number. */
    public static Published at(double value, String source) {
      return new Published(value, value, source);
    }
  }

  /** Comparisons as a table. */
  public static Table table(String title, List<Comparison> comparisons) {
    List<List<Cell>> rows =
        comparisons.stream()
            .map(
                c ->
                    Table.row(
                        c.quantity,
                        c.published.low,
                        c.published.high,
                        c.published.source,
                        c.ours.mean(),
                        c.ours.low(),
                        c.ours.high(),
                        c.ours.n()))
            .toList();
    return Table.of(
        title,
        List.of(
            Column.text("quantity", "what is compared"),
            Column.fixed("theirs from", "the number, or the lower end of a range of runs", 2),
            Column.fixed("theirs to", "the number, or the upper end of a range of runs", 2),
            Column.text("source", "where theirs stands"),
            Column.fixed("ours", "mean over seeds", 2),
            Column.fixed("ours from", "lower end of the 95 % interval of that mean", 2),
            Column.fixed("ours to", "upper end of the 95 % interval of that mean", 2),
            Column.integer("n", "seeds with a finite number")),
        rows);
  }
}
