package org.steadymi.report.internal.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Round numbers to mark on an axis. */
final class Ticks {
  private Ticks() {}

  /**
   * Returns ticks in ascending order.
   *
   * @param atMost how many have room, at least 2
   */
  static List<Tick> of(Scale scale, int atMost) {
    return switch (scale.spacing()) {
      case LINEAR -> linear(scale.range(), atMost);
      case LOG -> logarithmic(scale, atMost);
      case SYMLOG -> symmetric(scale, atMost);
    };
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  private static List<Tick> linear(Range range, int atMost) {
    double step = step(range.max() - range.min(), atMost);
    double tolerance = 1e-9 * step;
    List<Tick> ticks = new ArrayList<>();
    double first = Math.ceil((range.min() - tolerance) / step);
    for (int i = 0; (first + i) * step <= range.max() + tolerance; i++) {
      double value = (first + i) * step;
      ticks.add(new Tick(value, NumberText.tick(value, step)));
    }
    return ticks;
  }

  /** The smallest round step that needs no more than so many ticks. */
  private static double step(double length, int atMost) {
    double power = Math.pow(10, Math.floor(Math.log10(length / atMost)));
    for (double factor : new double[] {1, 2, 5, 10}) {
      double step = factor * power;
      if (length / step + 1 <= atMost + 1e-9) {
        return step;
      }
    }
    return 20 * power;
  }

  /** Powers of ten, with 2 and 5 times these where there is room; else as on a linear axis. */
  private static List<Tick> logarithmic(Scale scale, int atMost) {
    List<Double> candidates = new ArrayList<>();
    int from = (int) Math.floor(Math.log10(scale.range().min()));
    int to = (int) Math.ceil(Math.log10(scale.range().max()));
    for (int factor : new int[] {1, 5, 2}) {
      IntStream.rangeClosed(from, to)
          .forEach(exponent -> candidates.add(factor * Math.pow(10, exponent)));
    }
    List<Tick> ticks = spaced(scale, candidates, atMost);
    return ticks.size() < 2 ? linear(scale.range(), atMost) : ticks;
  }

  /** Zero and powers of ten of either sign, from 1; on a short axis as on a linear one. */
  private static List<Tick> symmetric(Scale scale, int atMost) {
    double largest = Math.max(Math.abs(scale.range().min()), Math.abs(scale.range().max()));
    if (largest < 5) {
      return linear(scale.range(), atMost);
    }
    List<Double> candidates = new ArrayList<>(List.of(0.0));
    for (int exponent = (int) Math.floor(Math.log10(largest)); exponent >= 0; exponent--) {
      candidates.add(Math.pow(10, exponent));
      candidates.add(-Math.pow(10, exponent));
    }
    return spaced(scale, candidates, atMost);
  }

  /** Those candidates, the first being the most welcome, that keep their distance. */
  private static List<Tick> spaced(Scale scale, List<Double> candidates, int atMost) {
    double distance = 0.8 / atMost;
    List<Double> chosen = new ArrayList<>();
    for (double candidate : candidates) {
      double place = scale.position(candidate);
      boolean free =
          chosen.stream().allMatch(other -> Math.abs(scale.position(other) - place) >= distance);
      if (free && scale.contains(candidate)) {
        chosen.add(candidate);
      }
    }
    return chosen.stream()
        .sorted(Comparator.naturalOrder())
        .map(value -> new Tick(value, NumberText.tick(value, Math.abs(value))))
        .toList();
  }
}
