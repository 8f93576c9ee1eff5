package org.steadymi.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * Distributions as bars over intervals, one colour a set.
 *
 * @param title heading
 * @param axes values on x, counts (or densities) on y
 * @param sets the distributions, with distinct names
 * @param references vertical lines
 * @param caption what to see, or empty
 */
public record Histogram(
    String title, Axes axes, List<Bins> sets, List<ReferenceLine> references, String caption)
    implements Chart {

  /** Least range of all bins, as a share of the samples' size. */
  private static final double NARROWEST = 1e-6;

  /**
   * The bars of one distribution.
   *
   * @param name what is distributed
   * @param edges n + 1 ascending borders of the intervals
   * @param heights n heights, finite and not negative
   */
  public record Bins(String name, Values edges, Values heights) {
    /**
     * Validates.
     *
     * @throws IllegalArgumentException where the sizes do not fit, the edges do not ascend or a
     *     height is negative or not finite
     */
    public Bins {
      Checks.present(name, "name of a set of bins");
      if (edges == null || heights == null || heights.size() < 1) {
        throw new IllegalArgumentException("bins '" + name + "' must have edges and heights");
      }
      if (edges.size() != heights.size() + 1) {
        throw new IllegalArgumentException(
            "bins '%s' must have one edge more than heights, not %d and %d"
                .formatted(name, edges.size(), heights.size()));
      }
      for (int i = 0; i < heights.size(); i++) {
        requireBin(name, edges.get(i), edges.get(i + 1), heights.get(i));
      }
    }

    private static void requireBin(String name, double from, double to, double height) {
      boolean interval = Double.isFinite(from) && Double.isFinite(to) && from < to;
      if (!interval || !Double.isFinite(height) || height < 0) {
        throw new IllegalArgumentException(
            "bins '%s' must have ascending edges and heights of 0 or more, not [%s, %s) of %s"
                .formatted(name, from, to, height));
      }
    }

    /**
     * Counts samples in bins.
     *
     * @param edges borders; a sample belongs to the bin whose lower border it reaches, the last bin
     *     includes its upper border, and samples outside or not a number are left out
     */
    public static Bins count(String name, Values edges, Values samples) {
      double[] heights = new double[Math.max(0, edges.size() - 1)];
      samples.stream().forEach(sample -> tally(edges, sample, heights));
      return new Bins(name, edges, Values.of(heights));
    }

    /** Counts samples in bins as shares of all of them, those that are left out included. */
    public static Bins shares(String name, Values edges, Values samples) {
      Bins counts = count(name, edges, samples);
      double[] shares = counts.heights().stream().map(n -> n / samples.size()).toArray();
      return new Bins(name, edges, Values.of(shares));
    }

    private static void tally(Values edges, double sample, double[] heights) {
      int last = heights.length - 1;
      for (int i = 0; i <= last; i++) {
        boolean below = sample < edges.get(i + 1) || (i == last && sample == edges.get(i + 1));
        if (sample >= edges.get(i) && below) {
          heights[i]++;
          return;
        }
      }
    }
  }

  /**
   * Validates and copies.
   *
   * @throws IllegalArgumentException without title, axes or sets, with two sets of one name, or
   *     with a reference line of an unknown set
   */
  public Histogram {
    Checks.present(title, "title of a histogram");
    if (axes == null) {
      throw new IllegalArgumentException("histogram '" + title + "' must have axes");
    }
    sets = Checks.copyNonEmpty(sets, "sets of histogram '" + title + "'");
    List<String> names = sets.stream().map(Bins::name).toList();
    Checks.distinct(names, "set of histogram '" + title + "':");
    references = Checks.copy(references, "reference lines of histogram '" + title + "'");
    Checks.belong(references, names, title);
    caption = Checks.orEmpty(caption);
  }

  /**
   * The borders of bins of equal width, from the least to the greatest of the samples that are
   * finite; narrow ones from that value on where all have the same.
   *
   * @throws IllegalArgumentException if no sample is finite
   */
  public static Values edges(int bins, Values... sets) {
    DoubleSummaryStatistics range =
        Arrays.stream(sets)
            .flatMapToDouble(Values::stream)
            .filter(Double::isFinite)
            .summaryStatistics();
    if (range.getCount() == 0) {
      throw new IllegalArgumentException("bins must have a sample that is finite");
    }
    double most = Math.max(Math.abs(range.getMin()), Math.abs(range.getMax()));
    double width = Math.max(range.getMax() - range.getMin(), NARROWEST * Math.max(1, most)) / bins;
    double[] edges = new double[bins + 1];
    Arrays.setAll(edges, i -> range.getMin() + i * width);
    edges[bins] = Math.max(edges[bins], range.getMax());
    return Values.of(edges);
  }

  /** Returns a histogram with linear axes, without reference lines and caption. */
  public static Histogram of(String title, String xLabel, String yLabel, Bins... sets) {
    Axes axes = new Axes(Axis.linear(xLabel), Axis.linear(yLabel));
    return new Histogram(title, axes, List.of(sets), List.of(), "");
  }

  /** Returns the same histogram with these reference lines instead of its own. */
  public Histogram withReferences(ReferenceLine... newReferences) {
    return new Histogram(title, axes, sets, List.of(newReferences), caption);
  }

  /** Returns the same histogram with this caption instead of its own. */
  public Histogram withCaption(String newCaption) {
    return new Histogram(title, axes, sets, references, newCaption);
  }
}
