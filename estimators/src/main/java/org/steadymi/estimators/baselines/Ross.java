package org.steadymi.estimators.baselines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The estimator of Ross 2014 (PLoS ONE 9(2), e87357, doi:10.1371/journal.pone.0087357, equation 2)
 * between a symbol and a continuous variable, in nats:
 *
 * <p>ψ(N) + ⟨ψ(k)⟩ − ⟨ψ(N_s)⟩ − ⟨ψ(m)⟩,
 *
 * <p>where N_s is how many samples have the sample's symbol, k is the number of neighbours or N_s −
 * 1 if that is less, and m is how many samples, itself included, are nearer in the maximum norm
 * than the k-th neighbour among those of its symbol. Samples whose symbol occurs once are left out.
 * Each continuous column is divided by its standard deviation first; the columns of the discrete
 * side together are the symbol.
 *
 * @param discrete which side holds the symbols
 * @param settings k, jitter, threads
 */
public record Ross(Side discrete, NeighbourSettings settings) implements Baseline {
  /** One of the two variables. */
  public enum Side {
    /** The first. */
    X,
    /** The second. */
    Y
  }

  /** With three neighbours. */
  public Ross(Side discrete) {
    this(discrete, NeighbourSettings.DEFAULTS);
  }

  @Override
  public String name() {
    return "ross";
  }

  /** At least one symbol has to occur twice. */
  @Override
  public BaselineEstimate estimate(Points x, Points y) {
    return estimateIfRecurring(x, y)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "ross: expected symbols that occur more than once, found %d rows with a symbol each"
                        .formatted(x.count())));
  }

  /**
   * The estimate; empty if no symbol occurs twice.
   *
   * @throws IllegalArgumentException as {@link Baseline#estimate}
   */
  public Optional<BaselineEstimate> estimateIfRecurring(Points x, Points y) {
    Samples.require(this, x, y, 2);
    Symbols symbols = Symbols.of(discrete == Side.X ? x : y);
    int[][] groups =
        Arrays.stream(symbols.rows()).filter(rows -> rows.length > 1).toArray(int[][]::new);
    return groups.length == 0 ? Optional.empty() : Optional.of(estimate(x, y, groups));
  }

  /** From the rows of every symbol that occurs twice. */
  private BaselineEstimate estimate(Points x, Points y, int[][] groups) {
    Jitter jitter = new Jitter(settings.seed());
    Points continuous =
        discrete == Side.X ? jitter.standardised("y", y) : jitter.standardised("x", x);
    int[] kept = Arrays.stream(groups).flatMapToInt(Arrays::stream).toArray();
    double nats = nats(continuous.select(kept), groups);
    List<String> notes = new ArrayList<>(jitter.notes());
    if (kept.length < x.count()) {
      notes.add("%d rows left out, whose symbol occurs once".formatted(x.count() - kept.length));
    }
    return new BaselineEstimate(
        name(),
        nats,
        "estimate from %d nearest neighbours of the same symbol".formatted(settings.neighbours()),
        kept.length,
        notes);
  }

  /**
   * The estimate.
   *
   * @param points one group after the other
   * @param groups only their sizes matter
   */
  private double nats(Points points, int[][] groups) {
    double[] radius = new double[points.count()];
    int[] neighbours = new int[points.count()];
    int[] sizes = new int[points.count()];
    int from = 0;
    for (int[] group : groups) {
      int to = from + group.length;
      int k = Math.min(settings.neighbours(), group.length - 1);
      Arrays.fill(neighbours, from, to, k);
      Arrays.fill(sizes, from, to, group.length);
      System.arraycopy(radii(points.slice(from, to), k), 0, radius, from, group.length);
      from = to;
    }
    return Digamma.of(points.count())
        + Digamma.mean(neighbours)
        - Digamma.mean(sizes)
        - Digamma.mean(within(points, radius));
  }

  /** For each point, the largest radius that does not reach its k-th neighbour. */
  private double[] radii(Points points, int k) {
    KdTree tree = new KdTree(points);
    double[] radii = new double[points.count()];
    Chunks.run(
        points.count(),
        settings.threads(),
        (from, to) -> {
          KdTree.Search search = tree.new Search(k);
          for (int i = from; i < to; i++) {
            search.around(i);
            radii[tree.row(i)] = RangeCounter.below(search.distance());
          }
        });
    return radii;
  }

  private int[] within(Points points, double[] radii) {
    RangeCounter counter = RangeCounter.of(points);
    int[] within = new int[points.count()];
    Chunks.run(
        points.count(),
        settings.threads(),
        (from, to) -> {
          for (int i = from; i < to; i++) {
            within[i] = counter.count(points, i, radii[i]);
          }
        });
    return within;
  }
}
