package org.steadymi.graphs.losses;

/**
 * A number that can be set on a loss.
 *
 * @param name lower-case name
 * @param byDefault where none is given
 * @param range which numbers make sense
 * @param meaning what it is, in a few words
 */
public record Setting(String name, double byDefault, Range range, String meaning) {
  /** An interval of numbers. */
  public enum Range {
    UNIT("in [0, 1]") {
      @Override
      boolean holds(double v) {
        return v >= 0 && v <= 1;
      }
    },
    RATE("above 0 and at most 1") {
      @Override
      boolean holds(double v) {
        return v > 0 && v <= 1;
      }
    },
    POSITIVE("above 0") {
      @Override
      boolean holds(double v) {
        return v > 0 && v < Double.POSITIVE_INFINITY;
      }
    },
    POSITIVE_OR_INFINITE("above 0, or inf") {
      @Override
      boolean holds(double v) {
        return v > 0;
      }
    },
    WIDTH("that is whole and in [1, 65536]") {
      @Override
      boolean holds(double v) {
        return v >= 1 && v <= 65_536 && v == Math.rint(v);
      }
    },
    NOT_NEGATIVE("of at least 0") {
      @Override
      boolean holds(double v) {
        return v >= 0 && v < Double.POSITIVE_INFINITY;
      }
    };

    private final String words;

    Range(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }

    abstract boolean holds(double value);
  }

  /**
   * Checks a value.
   *
   * @throws IllegalArgumentException if it is out of range
   */
  void check(String loss, double value) {
    if (!range.holds(value)) {
      throw new IllegalArgumentException(
          "loss %s: %s: expected a number %s, found %s"
              .formatted(loss, name, range.words(), Settings.text(value)));
    }
  }
}
