package org.steadymi.graphs.losses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a form of a loss was given, with its defaults where it was given none.
 *
 * @param values by name
 */
public record Settings(Map<String, Double> values) {
  /** Given values, and the defaults of the others. */
  static Settings of(List<Setting> known, Map<String, Double> given) {
    Map<String, Double> values = new LinkedHashMap<>();
    known.forEach(s -> values.put(s.name(), given.getOrDefault(s.name(), s.byDefault())));
    return new Settings(values);
  }

  /** The value of a setting. */
  double get(Setting setting) {
    return values.get(setting.name());
  }

  /** The value of a setting that is a width. */
  int width(Setting setting) {
    return (int) get(setting);
  }

  /** A number without needless decimals. */
  public static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
