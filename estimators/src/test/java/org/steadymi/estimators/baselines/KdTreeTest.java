package org.steadymi.estimators.baselines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees and sorted columns find what a look at all points finds. */
class KdTreeTest {
  private static final int SEEDS = 20;

  enum Cloud {
    NORMAL {
      @Override
      double draw(Random random, int row, int column) {
        return random.nextGaussian();
      }
    },
    CLUSTERED {
      @Override
      double draw(Random random, int row, int column) {
        return 100 * (row % 7) + (column % 2) * 1000 + 1e-3 * random.nextGaussian();
      }
    },
    GRID {
      @Override
      double draw(Random random, int row, int column) {
        return random.nextInt(4);
      }
    },
    HEAVY {
      @Override
      double draw(Random random, int row, int column) {
        return Math.tan(Math.PI * (random.nextDouble() - 0.5));
      }
    },
    LINE {
      @Override
      double draw(Random random, int row, int column) {
        return column == 0 ? row * 0.37 : 5;
      }
    },
    EQUAL {
      @Override
      double draw(Random random, int row, int column) {
        return -2.5;
      }
    };

    abstract double draw(Random random, int row, int column);

    Points points(int rows, int width, Random random) {
      double[] values = new double[rows * width];
      for (int i = 0; i < values.length; i++) {
        values[i] = draw(random, i / width, i % width);
      }
      return new Points(values, width);
    }
  }

  static Stream<Arguments> clouds() {
    return Arrays.stream(Cloud.values())
        .flatMap(cloud -> Stream.of(1, 2, 3, 9).map(width -> Arguments.of(cloud, width)));
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void distancesOfNeighboursAreThoseOfBruteForce(Cloud cloud, int width) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Points points = cloud.points(2 + random.nextInt(300), width, random);
      KdTree tree = new KdTree(points);
      int k = 1 + random.nextInt(Math.min(5, points.count() - 1));
      KdTree.Search search = tree.new Search(k);
      for (int position = 0; position < points.count(); position += 3) {
        search.around(position);
        int row = tree.row(position);
        int[] nearest = BruteForce.nearest(points, row, k);
        assertThat(search.distance()).isEqualTo(BruteForce.distance(points, row, nearest[k - 1]));
        assertThat(search.extent(0, width)).isEqualTo(search.distance());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void countsAreThoseOfBruteForce(Cloud cloud, int width) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Points points = cloud.points(1 + random.nextInt(300), width, random);
      for (RangeCounter counter :
          new RangeCounter[] {RangeCounter.of(points), new KdTree(points)}) {
        for (int row = 0; row < points.count(); row += 3) {
          // the distance of another point exactly, just below it, nothing, and everything
          double exact = BruteForce.distance(points, row, random.nextInt(points.count()));
          for (double radius : new double[] {exact, RangeCounter.below(exact), 0, 1e300}) {
            assertThat(counter.count(points, row, radius))
                .isEqualTo(BruteForce.count(points, row, radius));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("clouds")
  void everyRowHasOnePosition(Cloud cloud, int width) {
    KdTree tree = new KdTree(cloud.points(257, width, new Random(1)));
    assertThat(IntStream.range(0, 257).map(tree::row))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 257).boxed().toList());
  }
}
