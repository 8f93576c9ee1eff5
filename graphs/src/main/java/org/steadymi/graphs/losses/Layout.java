package org.steadymi.graphs.losses;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntBinaryOperator;
import org.steadymi.graphs.losses.Properties.Need;

/**
 * Where the joint and the marginal scores of a batch stand, and so which losses it serves; one for
 * each way to make {@link Scores}.
 */
public enum Layout {
  /** {@link Scores#matrix}: rows of K scores. */
  MATRIX("aligned pairs, scored as a matrix", "K", (k, c) -> k, EnumSet.noneOf(Need.class)),

  /** {@link Scores#separate}: no rows. */
  SEPARATE("pairs drawn apart", "", (k, c) -> 0, EnumSet.of(Need.ROWS, Need.MATRIX)),

  /** {@link Scores#labelled}: rows of C scores. */
  LABELS("rows against classes", "C", (k, c) -> c, EnumSet.of(Need.MATRIX)),

  /** {@link Scores#sameLabel}: rows of K − 1 scores. */
  SAME_LABEL("rows paired by their class", "K − 1", (k, c) -> k - 1, EnumSet.of(Need.MATRIX));

  private final String words;
  private final String rowEquation;
  private final IntBinaryOperator rowSize;
  private final Set<Need> lacks;

  Layout(String words, String rowEquation, IntBinaryOperator rowSize, Set<Need> lacks) {
    this.words = words;
    this.rowEquation = rowEquation;
    this.rowSize = rowSize;
    this.lacks = lacks;
  }

  /** For people, in the plural. */
  public String words() {
    return words;
  }

  /** How many scores a row has, in K and C; empty if there are no rows. */
  public String rowEquation() {
    return rowEquation;
  }

  /** What a loss may need of its scores that this layout does not have. */
  public Set<Need> lacks() {
    return Set.copyOf(lacks);
  }

  /**
   * How many scores a row has.
   *
   * @param batch K, pairs or rows of a batch
   * @param classes C, where there are classes
   * @return 0 if there are no rows
   */
  public int rowSize(int batch, int classes) {
    return rowSize.applyAsInt(batch, classes);
  }

  /**
   * Why these scores cannot serve a loss: {@code needs …, which … do not have}; empty if they can.
   *
   * @param needs of the {@linkplain Loss#needs loss}
   */
  public Optional<String> refusal(Set<Need> needs) {
    return needs.stream()
        .filter(lacks::contains)
        .sorted()
        .findFirst()
        .map(need -> "needs %s, which %s do not have".formatted(need.words(), words));
  }

  /** What is thrown by the scores themselves, where nobody has asked before. */
  IllegalArgumentException lacking(Need need) {
    return new IllegalArgumentException(
        "scores: this loss "
            + refusal(EnumSet.of(need)).orElseThrow()
            + "; use another loss or a score matrix");
  }
}
