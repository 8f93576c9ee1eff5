package org.steadymi.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A number for every pair of a row and a column, shown as a colour and as text. Rows run from the
 * top to the bottom.
 *
 * @param title heading
 * @param sides what the columns and rows are
 * @param cells the numbers
 * @param colours which number has which colour
 * @param caption what to see, or empty
 */
public record HeatMap(String title, Sides sides, Cells cells, ColourScale colours, String caption)
    implements Chart {

  /**
   * What lies along one side.
   *
   * @param label quantity and unit, such as "batch size K"
   * @param names its values in order, distinct
   */
  public record Side(String label, List<String> names) {
    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException without a label or names, or with a name that occurs twice
     */
    public Side {
      Checks.present(label, "label of a side of a heat map");
      names = Checks.copyNonEmpty(names, "names along '" + label + "'");
      Checks.distinct(names, "name along '" + label + "':");
    }

    /** Returns a side. */
    public static Side of(String label, String... names) {
      return new Side(label, List.of(names));
    }
  }

  /**
   * The two sides.
   *
   * @param columns from left to right
   * @param rows from top to bottom
   */
  public record Sides(Side columns, Side rows) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException where one is missing
     */
    public Sides {
      if (columns == null || rows == null) {
        throw new IllegalArgumentException("a heat map must have columns and rows");
      }
    }
  }

  /**
   * The numbers and how they are written.
   *
   * @param values a list of numbers a row; what is not finite is shown as an empty, hatched cell
   * @param notes a list of texts a row, each shown under its number or empty; no lists without
   *     notes
   * @param format how the numbers are written; shortened where a cell is too narrow
   */
  public record Cells(List<Values> values, List<List<String>> notes, Column.Format format) {
    private static final Column.Format THREE_DIGITS =
        new Column.Format(Column.Notation.SIGNIFICANT, 3);

    /**
     * Validates and copies.
     *
     * @throws IllegalArgumentException without numbers or format, or where the numbers of a row and
     *     its notes differ in count
     */
    public Cells {
      values = Checks.copyNonEmpty(values, "rows of a heat map");
      notes =
          Checks.copy(notes, "notes of a heat map").stream()
              .map(row -> Checks.copy(row, "a row of notes of a heat map"))
              .toList();
      if (format == null) {
        throw new IllegalArgumentException("the cells of a heat map must have a format");
      }
      List<Integer> expected = values.stream().map(Values::size).toList();
      List<Integer> found = notes.stream().map(List::size).toList();
      if (!notes.isEmpty() && !found.equals(expected)) {
        throw new IllegalArgumentException(
            "a heat map must have a note for each cell: expected rows of %s, found %s"
                .formatted(expected, found));
      }
    }

    /** Returns cells with numbers of three significant digits and without notes. */
    public static Cells of(double[]... rows) {
      List<Values> values = Arrays.stream(rows).map(Values::of).toList();
      return new Cells(values, List.of(), THREE_DIGITS);
    }

    /** Returns the same numbers with these texts under them, a list a row; empty for none. */
    public Cells withNotes(List<List<String>> newNotes) {
      return new Cells(values, newNotes, format);
    }

    /** Returns the same numbers, written in another way. */
    public Cells with(Column.Format newFormat) {
      return new Cells(values, notes, newFormat);
    }

    /** Returns the text under a number, or the empty text. */
    public String note(int row, int column) {
      return notes.isEmpty() ? "" : notes.get(row).get(column);
    }
  }

  /**
   * Which number has which colour.
   *
   * @param axis the numbers: label, spacing and limits; what lies beyond these has the colour of
   *     the limit
   * @param middle for numbers that matter by how far they are from this one: it has the palest
   *     colour, those below and above it have different hues; NaN for one hue from low to high
   */
  public record ColourScale(Axis axis, @JsonProperty(required = true) double middle) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException without an axis, or with a middle that has no place on it
     */
    public ColourScale {
      if (axis == null) {
        throw new IllegalArgumentException("the colours of a heat map must have an axis");
      }
      boolean outside = middle <= axis.min() || middle >= axis.max();
      boolean nowhere = axis.spacing() == Axis.Spacing.LOG && middle <= 0;
      if (outside || nowhere || Double.isInfinite(middle)) {
        throw new IllegalArgumentException(
            "the middle of the colours of '%s' must lie inside the axis, not at %s"
                .formatted(axis.label(), middle));
      }
    }

    /** Returns colours from pale for the lowest to dark for the highest number. */
    public static ColourScale sequential(Axis axis) {
      return new ColourScale(axis, Double.NaN);
    }

    /** Returns colours of one hue below and another above a number. */
    public static ColourScale diverging(Axis axis, double middle) {
      return new ColourScale(axis, middle);
    }

    /** Tells whether there are two hues. */
    public boolean hasMiddle() {
      return !Double.isNaN(middle);
    }
  }

  /**
   * Validates.
   *
   * @throws IllegalArgumentException without title, sides, cells or colours, or where the numbers
   *     are not as many as rows and columns
   */
  public HeatMap {
    Checks.present(title, "title of a heat map");
    if (sides == null || cells == null || colours == null) {
      throw new IllegalArgumentException(
          "heat map '" + title + "' must have sides, cells and colours");
    }
    List<Integer> expected =
        Collections.nCopies(sides.rows().names().size(), sides.columns().names().size());
    List<Integer> found = cells.values().stream().map(Values::size).toList();
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "heat map '%s' must have a number for each row and column: expected rows of %s, found %s"
              .formatted(title, expected, found));
    }
    caption = Checks.orEmpty(caption);
  }

  /** Returns a heat map without a caption. */
  public static HeatMap of(
      String title, Side columns, Side rows, ColourScale colours, Cells cells) {
    return new HeatMap(title, new Sides(columns, rows), cells, colours, "");
  }

  /** Returns the same heat map with this caption instead of its own. */
  public HeatMap withCaption(String newCaption) {
    return new HeatMap(title, sides, cells, colours, newCaption);
  }
}
