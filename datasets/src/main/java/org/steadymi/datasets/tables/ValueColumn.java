package org.steadymi.datasets.tables;

/** Collects the values of a column whose type the file says. */
final class ValueColumn {
  private final Wanted wanted;
  private final boolean categories;
  private final String how;
  private final NumberBuilder numbers = new NumberBuilder();
  private final CategoryBuilder levels;

  /**
   * @param text whether the file holds text
   * @param truth whether it holds truth values, which are categories unless the user calls them
   *     numbers
   */
  ValueColumn(Wanted wanted, boolean text, boolean truth) {
    if (text && wanted.as() == Wanted.As.NUMBERS) {
      throw wanted.place().column("holds text, expected numbers as --continuous says");
    }
    boolean named = wanted.as() == Wanted.As.CATEGORIES;
    this.wanted = wanted;
    this.categories = text || named || (truth && wanted.as() != Wanted.As.NUMBERS);
    this.how = named ? Kinds.NAMED_CATEGORICAL : text ? Kinds.TEXT : Kinds.TRUTH;
    this.levels = new CategoryBuilder(wanted.place());
  }

  /** Whether the values are to be added as levels, otherwise as numbers. */
  boolean categories() {
    return categories;
  }

  int size() {
    return categories ? levels.size() : numbers.size();
  }

  /** Adds a number; NaN is a missing one. */
  void add(double number) {
    if (Double.isInfinite(number)) {
      throw wanted.place().infinite(Place.row(size() + 1));
    }
    numbers.add(number);
  }

  /** Adds a category; {@code null} is a missing one. */
  void add(String level) {
    if (level == null) {
      levels.addMissing(1);
    } else {
      levels.add(level);
    }
  }

  Column build() {
    return categories
        ? levels.build(how)
        : Kinds.numbers(wanted.place().column(), numbers.take(), wanted.as() == Wanted.As.NUMBERS);
  }
}
