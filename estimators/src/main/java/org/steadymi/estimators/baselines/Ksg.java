package org.steadymi.estimators.baselines;

/**
 * The estimators of Kraskov, Stögbauer and Grassberger 2004 (Phys. Rev. E 69, 066138,
 * doi:10.1103/PhysRevE.69.066138) from the k nearest neighbours of each sample among the others, in
 * the maximum norm over all coordinates of (x, y), in nats:
 *
 * <ul>
 *   <li>{@link Variant#FIRST}, equation 8: ψ(k) − ⟨ψ(n_x + 1) + ψ(n_y + 1)⟩ + ψ(N), where n_x is
 *       how many other samples are nearer in x than the k-th neighbour is in (x, y);
 *   <li>{@link Variant#SECOND}, equation 9: ψ(k) − 1/k − ⟨ψ(n_x) + ψ(n_y)⟩ + ψ(N), where n_x is how
 *       many are in x no further than the furthest in x of the k neighbours.
 * </ul>
 *
 * <p>Each column is divided by its standard deviation first. Both fall short where the mutual
 * information is large for the number of samples or the dimension is high. O(N log N) for a fixed,
 * low dimension.
 *
 * @param variant which of the two
 * @param settings k, jitter, threads
 */
public record Ksg(Variant variant, NeighbourSettings settings) implements Baseline {
  /** Which equation. */
  public enum Variant {
    /** Cubes; the smaller statistical error. */
    FIRST,
    /** Rectangles; the smaller systematic error in high dimension. */
    SECOND
  }

  /** With three neighbours. */
  public Ksg(Variant variant) {
    this(variant, NeighbourSettings.DEFAULTS);
  }

  @Override
  public String name() {
    return variant == Variant.FIRST ? "ksg1" : "ksg2";
  }

  /** Fewer than k + 1 rows are too few. */
  @Override
  public BaselineEstimate estimate(Points x, Points y) {
    int k = settings.neighbours();
    Samples.require(this, x, y, k + 1);
    Jitter jitter = new Jitter(settings.seed());
    Counts counts = counts(jitter.standardised("x", x), jitter.standardised("y", y));
    double nats =
        Digamma.of(k)
            - (variant == Variant.SECOND ? 1.0 / k : 0)
            - Digamma.mean(counts.x)
            - Digamma.mean(counts.y)
            + Digamma.of(x.count());
    return new BaselineEstimate(
        name(),
        nats,
        "estimate from %d nearest neighbours".formatted(k),
        x.count(),
        jitter.notes());
  }

  /** What stands under ψ, by position in the tree. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Counts(int[] x, int[] y) {}

  private Counts counts(Points x, Points y) {
    KdTree joint = new KdTree(x.beside(y));
    RangeCounter nearX = RangeCounter.of(x);
    RangeCounter nearY = RangeCounter.of(y);
    Counts counts = new Counts(new int[x.count()], new int[x.count()]);
    Chunks.run(
        x.count(),
        settings.threads(),
        (from, to) -> {
          KdTree.Search search = joint.new Search(settings.neighbours());
          for (int i = from; i < to; i++) {
            search.around(i);
            counts.x[i] = under(nearX, x, joint.row(i), radius(search, 0, x.width()));
            counts.y[i] =
                under(nearY, y, joint.row(i), radius(search, x.width(), x.width() + y.width()));
          }
        });
    return counts;
  }

  /** How far to count along coordinates [from, to) of (x, y). */
  private double radius(KdTree.Search search, int from, int to) {
    return variant == Variant.FIRST
        ? RangeCounter.below(search.distance())
        : search.extent(from, to);
  }

  /** n + 1 for the first variant, n for the second: the sample itself is counted, or not. */
  private int under(RangeCounter counter, Points points, int row, double radius) {
    int withItself = counter.count(points, row, radius);
    return variant == Variant.FIRST ? withItself : withItself - 1;
  }
}
