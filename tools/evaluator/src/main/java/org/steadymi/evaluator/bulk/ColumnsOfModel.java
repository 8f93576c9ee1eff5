package org.steadymi.evaluator.bulk;

import java.util.List;
import java.util.Optional;
import org.steadymi.datasets.tables.StreamColumns;
import org.steadymi.datasets.tables.TableStream;
import org.steadymi.evaluator.scoring.RowFunction;

/** Which columns of a table a model takes. */
final class ColumnsOfModel {
  private ColumnsOfModel() {}

  /**
   * The columns that the options name. Where they name neither x nor y: of a table that has as many
   * columns as the model takes, the first as x and the others as y.
   *
   * @throws IllegalArgumentException if it has another number of columns
   */
  static StreamColumns of(RowFunction model, BulkOptions options) {
    Optional<String> x = options.x();
    Optional<String> y = options.y();
    int widthX = model.xSize();
    int widthY = model.ySize();
    if (x.isEmpty() && y.isEmpty()) {
      List<String> names = TableStream.columns(options.data(), options.csv());
      if (names.size() != widthX + widthY) {
        throw new IllegalArgumentException(
            "%s: the model takes %d values of x and %d of y, the table has %d columns; say which with --x and --y"
                .formatted(options.data(), widthX, widthY, names.size()));
      }
      x = positions(0, widthX);
      y = positions(widthX, widthY);
    }
    return new StreamColumns(
        widthX > 0 ? x : Optional.empty(),
        widthY > 0 ? y : Optional.empty(),
        options.keep(),
        options.missing());
  }

  private static Optional<String> positions(int first, int count) {
    return count == 0 ? Optional.empty() : Optional.of("%d-%d".formatted(first, first + count - 1));
  }

  /**
   * Checks that the columns are as many as the model takes.
   *
   * @throws IllegalArgumentException if they are not
   */
  static void require(RowFunction model, TableStream table, BulkOptions options) {
    require("x", model.xSize(), table.x().size(), options);
    require("y", model.ySize(), table.y().size(), options);
  }

  private static void require(String side, int expected, int found, BulkOptions options) {
    if (found == 0 && expected > 0) {
      throw new IllegalArgumentException(
          "%s: the model takes %d values of %s; name their columns with --%s"
              .formatted(options.data(), expected, side, side));
    }
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s: the model takes %d values of %s, --%s chooses %d columns"
              .formatted(options.data(), expected, side, side, found));
    }
  }
}
