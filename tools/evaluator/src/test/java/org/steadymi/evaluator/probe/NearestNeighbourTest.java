package org.steadymi.evaluator.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;

class NearestNeighbourTest {
  private static final int WIDTH = 7;

  /** Scaled by powers of two, no value is rounded, and none vanishes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 120, -100})
  void nearestRowsAreThoseOfABruteForceSearch(int exponent) {
    Rows train = scaled(random(1300, 1), exponent); // more than two blocks, the last not full
    Rows queries = scaled(random(200, 2), exponent);
    LabelledRows labelled = new LabelledRows(train, new int[1300], 1);
    Map<Similarity, int[]> nearest = new NearestNeighbour(labelled).nearest(queries);
    for (Similarity similarity : Similarity.values()) {
      int[] found = nearest.get(similarity);
      for (int q = 0; q < queries.count(); q++) {
        assertThat(found[q])
            .as("%s, query %d", similarity, q)
            .isEqualTo(bruteForce(similarity, train, queries, q));
      }
    }
  }

  private static int bruteForce(Similarity similarity, Rows train, Rows queries, int query) {
    int best = -1;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < train.count(); t++) {
      double dot = 0;
      double norm = 0;
      double distance = 0;
      for (int k = 0; k < WIDTH; k++) {
        double a = queries.at(query, k);
        double b = train.at(t, k);
        dot += a * b;
        norm += b * b;
        distance += (a - b) * (a - b);
      }
      double value =
          switch (similarity) {
            case DOT -> dot;
            case COSINE -> dot / Math.sqrt(norm);
            case EUCLIDEAN -> -distance;
          };
      if (value > bestValue) {
        bestValue = value;
        best = t;
      }
    }
    return best;
  }

  @Test
  void distancesDoNotDependOnACommonOffset() {
    Rows train = new Rows(new float[] {10_000, -500, 10_001, -500, 10_002, -500}, 2);
    Rows queries = new Rows(new float[] {10_001, -500, 10_003, -501, 9_999, -499}, 2);
    LabelledRows labelled = new LabelledRows(train, new int[] {0, 1, 2}, 3);
    assertThat(new NearestNeighbour(labelled).nearest(queries).get(Similarity.EUCLIDEAN))
        .containsExactly(1, 2, 0);
  }

  @Test
  void distancesDoNotVanishBesideALargeConstant() {
    Rows train = new Rows(new float[] {1e10f, 0, 1e10f, 1e-12f, 1e10f, 3e-12f}, 2);
    Rows queries = new Rows(new float[] {1e10f, 1.9e-12f, 1e10f, 2.1e-12f}, 2);
    LabelledRows labelled = new LabelledRows(train, new int[] {0, 1, 2}, 3);
    assertThat(new NearestNeighbour(labelled).nearest(queries).get(Similarity.EUCLIDEAN))
        .containsExactly(1, 2);
  }

  /** Their mean lies far from nearly all of them. */
  @Test
  void distancesAmongOthersDoNotSufferFromOneThatIsFarAway() {
    Rows train = new Rows(new float[] {1e10f, 1, 2, 3}, 1);
    LabelledRows labelled = new LabelledRows(train, new int[] {0, 1, 2, 3}, 4);
    Rows queries = new Rows(new float[] {0.9f, 2.1f, 5}, 1);
    assertThat(new NearestNeighbour(labelled).nearest(queries).get(Similarity.EUCLIDEAN))
        .containsExactly(1, 2, 3);
  }

  @Test
  void similaritiesDifferWhereNormsDo() {
    Rows train = new Rows(new float[] {1, 0, 10, 8}, 2);
    LabelledRows labelled = new LabelledRows(train, new int[] {0, 1}, 2);
    LabelledRows query = new LabelledRows(new Rows(new float[] {2, 0}, 2), new int[] {0}, 2);
    Map<Similarity, Accuracy> accuracies = new NearestNeighbour(labelled).accuracies(query);
    assertThat(accuracies.get(Similarity.DOT).correct()).isZero();
    assertThat(accuracies.get(Similarity.COSINE).correct()).isOne();
    assertThat(accuracies.get(Similarity.EUCLIDEAN).correct()).isOne();
  }

  @Test
  void aRowOfZerosIsNearestByCosineToNothing() {
    Rows train = new Rows(new float[] {0, 0, -1, 0}, 2);
    LabelledRows labelled = new LabelledRows(train, new int[] {0, 1}, 2);
    Rows query = new Rows(new float[] {1, 0}, 2);
    assertThat(new NearestNeighbour(labelled).nearest(query).get(Similarity.COSINE))
        .containsExactly(1);
  }

  private static Rows scaled(Rows rows, int exponent) {
    float[] values = rows.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.scalb(values[i], exponent);
    }
    return new Rows(values, rows.width());
  }

  private static Rows random(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return new Rows(values, WIDTH);
  }
}
