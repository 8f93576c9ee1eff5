package org.steadymi.graphs.losses;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * What is known about a bound, as data: it drives the catalogue, the documentation and the property
 * tests.
 *
 * @param name short lower-case name of the bound, the same with and without a regulariser
 * @param title the bound's full name
 * @param objective the equation that training maximises
 * @param value the equation that is reported, in nats
 * @param side on which side of I(X;Y) the value lies
 * @param ceiling what limits the value whatever the critic; empty if nothing does
 * @param optimum which critic maximises the objective
 * @param invariance what can be added to every score without a change of the value
 * @param needs what the bound needs beside a critic and pairs
 * @param citation where the bound comes from
 */
public record Properties(
    String name,
    String title,
    String objective,
    String value,
    Side side,
    Optional<Ceiling> ceiling,
    Optimum optimum,
    Freedom invariance,
    Set<Need> needs,
    String citation) {

  /** Copies. */
  public Properties {
    needs = Set.copyOf(needs);
  }

  /** A bound that maximises its value, T* = log r, with no ceiling, no freedom and no needs. */
  static Properties of(String name, String title, String value, Side side, String citation) {
    return new Properties(
        name,
        title,
        value,
        value,
        side,
        Optional.empty(),
        Optimum.LOG_RATIO,
        Freedom.NONE,
        Set.of(),
        citation);
  }

  /** With an objective that is not the value. */
  Properties maximising(String other) {
    return new Properties(
        name, title, other, value, side, ceiling, optimum, invariance, needs, citation);
  }

  /** With another maximising critic. */
  Properties bestAt(Optimum other) {
    return new Properties(
        name, title, objective, value, side, ceiling, other, invariance, needs, citation);
  }

  /** With a freedom that neither the value nor the objective sees, and so the optimum has too. */
  Properties invariantUnder(Freedom freedom) {
    Optimum free = new Optimum(optimum.level, freedom);
    return new Properties(
        name, title, objective, value, side, ceiling, free, freedom, needs, citation);
  }

  /** With a limit. */
  Properties under(String equation, IntToDoubleFunction ofRow) {
    return new Properties(
        name,
        title,
        objective,
        value,
        side,
        Optional.of(new Ceiling(equation, ofRow)),
        optimum,
        invariance,
        needs,
        citation);
  }

  /** With something that it needs, beside what it needed already. */
  Properties needing(Need need) {
    EnumSet<Need> all = EnumSet.of(need);
    all.addAll(needs);
    return new Properties(
        name, title, objective, value, side, ceiling, optimum, invariance, all, citation);
  }

  /** The limit of the value for a matrix of that many pairs, in nats; empty if there is none. */
  public OptionalDouble ceilingAt(int batch) {
    return ceilingAt(Layout.MATRIX, batch, 0);
  }

  /**
   * The limit of the value, in nats: that of InfoNCE is log K for a matrix, log C against classes
   * and log(K − 1) for rows paired by their class.
   *
   * @param layout of the scores
   * @param batch K, pairs or rows of a batch
   * @param classes C, where there are classes
   * @return empty if there is none, or the layout does not serve the bound
   */
  public OptionalDouble ceilingAt(Layout layout, int batch, int classes) {
    return ceiling.isPresent() && layout.refusal(needs).isEmpty()
        ? OptionalDouble.of(ceiling.get().ofRow.applyAsDouble(layout.rowSize(batch, classes)))
        : OptionalDouble.empty();
  }

  /** The value's relation to the true mutual information. */
  public enum Side {
    /** At most I(X;Y) in expectation, for batches of any size. */
    LOWER_BOUND("lower bound"),
    /**
     * At most I(X;Y) for exact expectations; a batch's value is biased by the logarithm of a sample
     * mean and can exceed it.
     */
    LOWER_BOUND_IN_THE_LIMIT("estimate, a lower bound in the limit of large batches"),
    /** At least I(X;Y) in expectation, for batches of any size. */
    UPPER_BOUND("upper bound"),
    /** Neither a lower nor an upper bound. */
    ESTIMATE("estimate, no bound");

    private final String words;

    Side(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /**
   * A limit of the value that no critic can pass.
   *
   * @param equation for rows of K scores
   * @param ofRow the limit in nats, from K
   */
  public record Ceiling(String equation, IntToDoubleFunction ofRow) {}

  /** What may be added to a critic. */
  public enum Freedom {
    /** Nothing. */
    NONE(""),
    /** A constant that depends on the data, and is not free: what a regulariser adds. */
    SHIFT("a constant that the regulariser adds"),
    CONSTANT("any constant"),
    /** c(x), one number for each row of a score matrix. */
    FUNCTION_OF_X("any function of x"),
    /** c(y), one number for each column of a score matrix. */
    FUNCTION_OF_Y("any function of y");

    private final String words;

    Freedom(String words) {
      this.words = words;
    }

    /** For people; empty for nothing. */
    public String words() {
      return words;
    }
  }

  /**
   * The maximising critic T* = log r + level, with r = p(x, y) / p(x) p(y), and what the objective
   * leaves free.
   *
   * @param level known constant, nats
   * @param free what may be added to T* without a change of the objective
   */
  public record Optimum(double level, Freedom free) {
    /** T* = log r, exactly. */
    public static final Optimum LOG_RATIO = at(0);

    /** There is none: the objective grows without limit; or none is known. */
    public static final Optimum NONE = at(Double.NaN);

    /** T* = log r + level, exactly. */
    public static Optimum at(double level) {
      return new Optimum(level, Freedom.NONE);
    }

    /** Whether there is one. */
    public boolean exists() {
      return !Double.isNaN(level);
    }

    /** T* as an equation. */
    public String equation() {
      if (!exists()) {
        return "none, the objective is unbounded";
      }
      String exact = level == 0 ? "log r" : Settings.text(level) + " + log r";
      return switch (free) {
        case NONE -> exact;
        case SHIFT -> exact + " + c, c from the regulariser";
        case CONSTANT -> exact + " + c, c any constant";
        case FUNCTION_OF_X -> exact + " + c(x), c any function of x";
        case FUNCTION_OF_Y -> exact + " + c(y), c any function of y";
      };
    }
  }

  /** What a bound may need beside a critic and pairs. */
  public enum Need {
    /** Rows of scores, each x against several y. */
    ROWS("the scores of each x against all y"),
    /** All pairs of a batch, scored as a matrix with the joint pairs on its diagonal. */
    MATRIX("the score matrix of aligned pairs"),
    /** An exponential moving average of M over the training steps. */
    MOVING_AVERAGE("a moving average of M"),
    /** A baseline a(y), learned with the critic. */
    BASELINE("a baseline a(y), learned with the critic"),
    /** The density p(y | x) in the place of a critic. */
    CONDITIONAL("the density p(y | x), in the place of a critic"),
    /** The density p(x); a density q(x | y) is learned in the place of a critic. */
    MARGINAL("the density p(x), beside which q(x | y) is learned in the place of a critic"),
    /** Random numbers that disturb training, and training only. */
    NOISE("noise while it trains");

    private final String words;

    Need(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }
}
