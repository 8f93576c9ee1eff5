package org.steadymi.launcher;

import java.nio.file.Path;
import org.steadymi.datasets.tables.Table;
import org.steadymi.datasets.tables.TableException;
import org.steadymi.datasets.tables.TableOptions;
import org.steadymi.datasets.tables.Tables;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.EstimateOptions;
import org.steadymi.estimators.sample.Variable;

/**
 * How the package {@code benchmark-mi} calls estimators from outside: a table whose first columns
 * are X and whose others are Y, all of them numbers; the answer is one number.
 */
final class BmiProtocol {
  private BmiProtocol() {}

  /** The estimate, nats. */
  static double estimate(Path file, int widthOfX, int widthOfY, EstimateOptions options) {
    if (widthOfX < 1 || widthOfY < 1) {
      throw new TableException(
          "--protocol bmi: expected at least 1 column of X and of Y, found %d and %d"
              .formatted(widthOfX, widthOfY));
    }
    String x = "0-" + (widthOfX - 1);
    String y = widthOfX + "-" + (widthOfX + widthOfY - 1);
    Table table = read(file, x, y);
    return Estimate.of(Variable.of(table.x()), Variable.of(table.y()), options).nats();
  }

  private static Table read(Path file, String x, String y) {
    try {
      return Tables.read(file, TableOptions.of(x, y).withContinuous(x + "," + y));
    } catch (TableException refused) {
      throw new TableException(
          "%s (DX and DY make X columns %s and Y columns %s)"
              .formatted(refused.getMessage(), x, y));
    }
  }
}
