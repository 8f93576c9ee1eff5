package org.steadymi.datasets;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A named thing with options, written {@code name} or {@code name:key=value,key=value}: how data,
 * losses and critics are named on a command line and in a manifest.
 *
 * <p>{@link #toString()} gives that form and parses back to an equal specification. Names and keys
 * are a letter followed by letters, digits, {@code _}, {@code -} or {@code .}; values are any text
 * without comma. Blanks around names, keys and values are dropped. Every refusal is a {@link
 * SpecException} of one line.
 *
 * @param name what is specified
 * @param options values by key, in the order given; the order counts for printing only
 */
public record Spec(String name, Map<String, String> options) {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");

  /** Checks that name, keys and values can be written and read back. */
  public Spec {
    if (!WORD.matcher(name).matches()) {
      throw new SpecException("expected a name or name:key=value,…, found '" + name + "'");
    }
    options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    for (Map.Entry<String, String> option : options.entrySet()) {
      check(name, option.getKey(), option.getValue());
    }
  }

  private static void check(String name, String key, String value) {
    boolean readable = !value.isEmpty() && value.indexOf(',') < 0 && value.equals(value.strip());
    if (!WORD.matcher(key).matches() || !readable) {
      throw new SpecException(name + ": expected key=value, found '" + key + "=" + value + "'");
    }
  }

  /** A specification without options. */
  public static Spec of(String name) {
    return new Spec(name, Map.of());
  }

  /**
   * Reads {@code name} or {@code name:key=value,key=value}.
   *
   * @throws SpecException if the text has another form or names a key twice
   */
  public static Spec parse(String text) {
    return parse(text, "");
  }

  /**
   * As {@link #parse(String)}; the first value may stand without its key, as in {@code
   * name:value,key=value}.
   *
   * @param first the key that the first value then has; empty if none may
   */
  static Spec parse(String text, String first) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return of(text.strip());
    }
    String name = text.substring(0, colon).strip();
    Map<String, String> options = new LinkedHashMap<>();
    for (String written : text.substring(colon + 1).split(",", -1)) {
      boolean bare = options.isEmpty() && !first.isEmpty() && written.indexOf('=') < 0;
      String part = bare ? first + "=" + written : written;
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new SpecException(name + ": expected key=value, found '" + part.strip() + "'");
      }
      String key = part.substring(0, equals).strip();
      if (options.put(key, part.substring(equals + 1).strip()) != null) {
        throw new SpecException(name + ": '" + key + "' is given twice, expected once");
      }
    }
    return new Spec(name, options);
  }

  /**
   * Refuses options other than these; to be called before the first option is read.
   *
   * @return this
   * @throws SpecException naming the first key that is none of these
   */
  public Spec only(String... keys) {
    List<String> known = List.of(keys);
    for (String key : options.keySet()) {
      if (!known.contains(key)) {
        throw new SpecException(
            name + ": " + SpecException.unknown("key", key, known).getMessage());
      }
    }
    return this;
  }

  /** Whether the option is given. */
  public boolean has(String key) {
    return options.containsKey(key);
  }

  /** The option as it is written, or the default where it is not given. */
  public String text(String key, String otherwise) {
    return options.getOrDefault(key, otherwise);
  }

  /** A whole number of at least {@code min}. */
  public int integer(String key, int otherwise, int min) {
    return integer(key, otherwise, min, Integer.MAX_VALUE);
  }

  /** A whole number in [min, max]. */
  public int integer(String key, int otherwise, int min, int max) {
    String text = options.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, together with the numbers out of range
    }
    String range =
        max == Integer.MAX_VALUE ? "of at least " + min : "in [" + min + ", " + max + "]";
    throw bad(key, "a whole number " + range);
  }

  /** A seed: any whole number of 64 bits. */
  public long seed(String key, long otherwise) {
    String text = options.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad(key, "a whole number of 64 bits");
    }
  }

  /** A real number in the range; {@code inf} where the range includes infinity. */
  public double real(String key, double otherwise, Range range) {
    String text = options.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      double value = text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
      if (range.contains(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, together with the numbers out of range
    }
    throw bad(key, range.toString());
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean otherwise) {
    return Boolean.parseBoolean(choice(key, Boolean.toString(otherwise), "true", "false"));
  }

  /** One of the given words. */
  public String choice(String key, String otherwise, String... words) {
    String text = options.get(key);
    if (text == null) {
      return otherwise;
    }
    List<String> known = List.of(words);
    if (known.contains(text)) {
      return text;
    }
    String guess = SpecException.guess(text, known);
    throw bad(key, (words.length == 1 ? "" : "one of ") + String.join(", ", known) + guess);
  }

  /** The refusal of an option's value: {@code name: key: expected …, found '…'}. */
  public SpecException bad(String key, String expected) {
    return new SpecException(
        name + ": " + key + ": expected " + expected + ", found '" + options.get(key) + "'");
  }

  /** This specification with one option more, or with another value for it. */
  public Spec with(String key, String value) {
    Map<String, String> more = new LinkedHashMap<>(options);
    more.put(key, value);
    return new Spec(name, more);
  }

  /** As {@link #with(String, String)}, for a whole number. */
  public Spec with(String key, long value) {
    return with(key, Long.toString(value));
  }

  /** As {@link #with(String, String)}, for a number, written so that it reads back exactly. */
  public Spec with(String key, double value) {
    return with(key, number(value));
  }

  /** As {@link #with(String, String)}, for a flag. */
  public Spec with(String key, boolean value) {
    return with(key, Boolean.toString(value));
  }

  /** The shortest usual form that reads back to the same double: 4, not 4.0; inf. */
  static String number(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return "inf";
    }
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(name);
    char separator = ':';
    for (Map.Entry<String, String> option : options.entrySet()) {
      text.append(separator).append(option.getKey()).append('=').append(option.getValue());
      separator = ',';
    }
    return text.toString();
  }
}
