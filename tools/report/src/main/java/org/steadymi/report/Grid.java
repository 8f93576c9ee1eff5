package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Charts side by side: as many columns as asked for on a wide screen, fewer on a narrow one, one on
 * a phone.
 *
 * @param columns 2 or 3
 * @param charts the charts in reading order
 */
public record Grid(@JsonProperty(required = true) int columns, List<Chart> charts)
    implements Block {
  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException with other than 2 or 3 columns or without charts
   */
  public Grid {
    if (columns < 2 || columns > 3) {
      throw new IllegalArgumentException("a grid must have 2 or 3 columns, not " + columns);
    }
    charts = Checks.copyNonEmpty(charts, "charts of a grid");
  }

  /** Returns charts in two columns. */
  public static Grid ofTwo(Chart... charts) {
    return new Grid(2, List.of(charts));
  }

  /** Returns charts in three columns. */
  public static Grid ofThree(Chart... charts) {
    return new Grid(3, List.of(charts));
  }
}
