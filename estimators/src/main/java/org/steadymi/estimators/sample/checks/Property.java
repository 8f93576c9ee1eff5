package org.steadymi.estimators.sample.checks;

/**
 * What holds for every mutual information. The first three kinds are the tests of Song and Ermon
 * 2020, arXiv:1910.06222, section 5.2, on rows of a table in the place of images.
 */
public enum Property {
  /** I(X; Y′) = 0 where Y′ is Y in another order of its rows. An estimate may be below. */
  SHUFFLED(
      "shuffled rows",
      Relation.AT_MOST,
      "critics read a dependence that shuffling has taken away",
      ""),
  /** I(X; (Y, f(Y))) = I(X; Y). */
  FUNCTION_BESIDE(
      "function of Y beside Y",
      Relation.ABOUT,
      "without the added columns critics miss a part of what Y tells",
      "columns that tell nothing new cost the critics a part of the value"),
  /** I(X; g(Y)) ≤ I(X; Y). */
  COARSER(
      "coarser Y",
      Relation.AT_MOST,
      "critics read more from less, so the table's value is low",
      ""),
  /** I((X₁, X₂); (Y₁, Y₂)) = I(X₁; Y₁) + I(X₂; Y₂) for independent pairs. */
  ADDITIVE(
      "two halves side by side",
      Relation.ABOUT,
      "critics read more from both halves at once than from each alone",
      "critics lose a part of the value as columns are added or rows are taken away"),
  /** I(X_S; Y) ≤ I(X; Y) for columns S of X. */
  FEWER_COLUMNS(
      "fewer columns of X",
      Relation.AT_MOST,
      "critics read more from fewer columns, so the value from more of them is low",
      "");

  /** How the number that is found stands to the one that is expected. */
  public enum Relation {
    /** Not above it. */
    AT_MOST("at most"),
    /** Neither above nor below it. */
    ABOUT("about");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    /** As a report says it. */
    public String text() {
      return text;
    }
  }

  private final String text;
  private final Relation relation;
  private final String above;
  private final String below;

  Property(String text, Relation relation, String above, String below) {
    this.text = text;
    this.relation = relation;
    this.above = above;
    this.below = below;
  }

  /** As a report calls it. */
  public String text() {
    return text;
  }

  /** How what is found stands to what is expected. */
  public Relation relation() {
    return relation;
  }

  /** What it means if the number that is found is above the expected one, or below it. */
  String meaning(boolean isAbove) {
    return isAbove ? above : below;
  }
}
