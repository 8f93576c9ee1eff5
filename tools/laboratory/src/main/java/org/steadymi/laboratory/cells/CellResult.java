package org.steadymi.laboratory.cells;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.steadymi.graphs.training.Curve;

/**
 * What a finished cell leaves behind.
 *
 * @param numbers named numbers, in order; they may be NaN or infinite
 * @param series named rows of floats, in order
 * @param curves training curves, one per replica; where a replica exploded its curve ends with the
 *     first step that is not finite
 * @param texts named lists of texts, in order
 */
public record CellResult(
    Map<String, Double> numbers,
    Map<String, float[]> series,
    List<Curve> curves,
    Map<String, List<String>> texts) {
  /** Copies the lists and maps, not the floats. */
  public CellResult {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    curves = List.copyOf(curves);
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
  }

  /** A result without texts. */
  public CellResult(Map<String, Double> numbers, Map<String, float[]> series, List<Curve> curves) {
    this(numbers, series, curves, Map.of());
  }

  /** A result of curves alone. */
  public static CellResult of(List<Curve> curves) {
    return new CellResult(Map.of(), Map.of(), curves);
  }

  /** The number of that name. */
  public double number(String name) {
    return present(numbers.get(name), name);
  }

  /** The series of that name. */
  public float[] series(String name) {
    return present(series.get(name), name);
  }

  /** The texts of that name. */
  public List<String> texts(String name) {
    return present(texts.get(name), name);
  }

  private static <T> T present(T value, String name) {
    if (value == null) {
      throw new NoSuchElementException("the result of the cell has no '" + name + "'");
    }
    return value;
  }
}
