package org.steadymi.laboratory.cells;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What identifies a cell: named values in the order of their names.
 *
 * @param text for example {@code batch=100,loss=mine}
 */
public record CellKey(String text) {
  /** Refuses the empty key. */
  public CellKey {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the key of a cell must not be empty");
    }
  }

  /** The key of one value. */
  public static CellKey of(String name, Object value) {
    return of(Map.of(name, value));
  }

  /** The key of two values. */
  public static CellKey of(String name1, Object value1, String name2, Object value2) {
    return of(Map.of(name1, value1, name2, value2));
  }

  /** The key of any number of values; their order does not matter. */
  public static CellKey of(Map<String, ?> values) {
    return new CellKey(
        new TreeMap<>(values)
            .entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(",")));
  }

  /** The key with every byte that some file system gives a meaning to as %XX. */
  public String fileName() {
    StringBuilder name = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "=,._+-".indexOf(c) >= 0);
      name.append(plain ? String.valueOf(c) : "%%%02X".formatted(b & 0xff));
    }
    return name.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
