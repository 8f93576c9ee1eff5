package org.steadymi.datasets.tables;

import java.util.function.IntFunction;

/**
 * Collects the cells of a column of text. The first cell that is not missing says whether the
 * column holds numbers or text; a cell of the other sort further down is refused, unless the user
 * has said what the column holds.
 */
final class CellColumn implements CellTarget {
  private static final String AS_BEFORE =
      " as in the rows before: %s, or name the column in --categorical to read all its cells as text";

  private final Wanted wanted;
  private final char point;
  private final IntFunction<String> rowText;
  private final NumberBuilder numbers = new NumberBuilder();
  private final CategoryBuilder levels;
  private Wanted.As as;
  private int row;

  /**
   * @param point the decimal sign
   * @param rowText how messages name the current row, by its number from 1
   */
  CellColumn(Wanted wanted, char point, IntFunction<String> rowText) {
    this.wanted = wanted;
    this.point = point;
    this.rowText = rowText;
    this.as = wanted.as();
    this.levels = new CategoryBuilder(wanted.place());
  }

  @Override
  public void add(String cell) {
    row++;
    boolean missing = NumberText.isMissing(cell);
    if (as == Wanted.As.FOUND && !missing) {
      as = sort(cell);
      numbers.addMissing(as == Wanted.As.NUMBERS ? row - 1 : 0);
      levels.addMissing(as == Wanted.As.CATEGORIES ? row - 1 : 0);
    }
    switch (as) {
      case FOUND -> {} // nothing but missing cells so far
      case NUMBERS -> numbers.add(missing ? Double.NaN : number(cell));
      case CATEGORIES -> addLevel(cell, missing);
    }
  }

  private Wanted.As sort(String cell) {
    if (NumberText.isNumber(cell, point)) {
      return Wanted.As.NUMBERS;
    }
    NumberText.otherPoint(cell, point)
        .ifPresent(
            say -> {
              throw found(
                  "%s: if this is a number, %s; if it is text, name the column in --categorical"
                      .formatted(Place.shown(cell), say));
            });
    return Wanted.As.CATEGORIES;
  }

  private double number(String cell) {
    double value = NumberText.parse(cell, point);
    if (Double.isNaN(value)) {
      boolean named = wanted.as() == Wanted.As.NUMBERS;
      String mend = NumberText.otherPoint(cell, point).orElse("mend it");
      String expected = named ? " as --continuous says: " + mend : AS_BEFORE.formatted(mend);
      throw found(Place.shown(cell) + ", expected a number" + expected);
    }
    if (Double.isInfinite(value)) {
      throw wanted.place().infinite(rowText.apply(row));
    }
    return value;
  }

  private void addLevel(String cell, boolean missing) {
    if (missing) {
      levels.addMissing(1);
      return;
    }
    boolean mixed =
        wanted.as() == Wanted.As.FOUND && !levels.knows(cell) && NumberText.isNumber(cell, point);
    if (mixed) {
      throw found("the number " + cell + ", expected text" + AS_BEFORE.formatted("mend it"));
    }
    levels.add(cell);
  }

  private TableException found(String what) {
    return wanted.place().at(rowText.apply(row), "found " + what);
  }

  Column build() {
    return switch (as) {
      case FOUND -> throw wanted.place().column("is empty: all its values are missing");
      case NUMBERS ->
          Kinds.numbers(wanted.place().column(), numbers.take(), wanted.as() == Wanted.As.NUMBERS);
      case CATEGORIES ->
          levels.build(wanted.as() == Wanted.As.CATEGORIES ? Kinds.NAMED_CATEGORICAL : Kinds.TEXT);
    };
  }
}
