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
 * @param origin what the bound is called, and where it comes from
 * @param objective what training maximises
 * @param value what is reported
 * @param needs what the bound needs beside a critic and pairs
 */
public record Properties(Origin origin, Objective objective, Value value, Set<Need> needs) {

  /** Copies. */
  public Properties {
    needs = Set.copyOf(needs);
  }

  /** A bound that maximises its value, T* = log r, with no ceiling, no freedom and no needs. */
  static Properties of(String name, String title, String value, Side side, String citation) {
    return new Properties(
        new Origin(name, title, citation),
        new Objective(value, Optimum.LOG_RATIO, Weighting.OTHER),
        new Value(value, side, Optional.empty(), Freedom.NONE),
        Set.of());
  }

  /** With an objective that is not the value. */
  Properties maximising(String other) {
    return trainedOn(new Objective(other, objective.optimum, objective.weighting));
  }

  /** With another maximising critic. */
  Properties bestAt(Optimum other) {
    return trainedOn(new Objective(objective.equation, other, objective.weighting));
  }

  /** With an objective whose gradient weighs marginal pairs in a known way. */
  Properties weighing(Weighting known) {
    return trainedOn(new Objective(objective.equation, objective.optimum, known));
  }

  /** With the objective of another bound. */
  Properties trainedOn(Objective other) {
    return new Properties(origin, other, value, needs);
  }

  /** With a freedom that neither the value nor the objective sees, and so the optimum has too. */
  Properties invariantUnder(Freedom freedom) {
    Properties free = bestAt(new Optimum(objective.optimum.level, freedom));
    return free.with(new Value(value.equation, value.side, value.ceiling, freedom));
  }

  /** With a limit. */
  Properties under(String equation, IntToDoubleFunction ofRow) {
    Optional<Ceiling> limit = Optional.of(new Ceiling(equation, ofRow));
    return with(new Value(value.equation, value.side, limit, value.invariance));
  }

  private Properties with(Value other) {
    return new Properties(origin, objective, other, needs);
  }

  /** With something that it needs, beside what it needed already. */
  Properties needing(Need need) {
    EnumSet<Need> all = EnumSet.of(need);
    all.addAll(needs);
    return new Properties(origin, objective, value, all);
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
    Optional<Ceiling> ceiling = value.ceiling.filter(c -> layout.refusal(needs).isEmpty());
    return ceiling.isPresent()
        ? OptionalDouble.of(ceiling.get().ofRow.applyAsDouble(layout.rowSize(batch, classes)))
        : OptionalDouble.empty();
  }

  /**
   * What a bound is called, and where it comes from.
   *
   * @param name short and lower-case, the same with and without a regulariser
   * @param title the full name
   * @param citation of the literature
   */
  public record Origin(String name, String title, String citation) {}

  /**
   * What training maximises.
   *
   * @param equation for people
   * @param optimum which critic maximises it
   * @param weighting how marginal pairs weigh in its gradient
   */
  public record Objective(String equation, Optimum optimum, Weighting weighting) {}

  /**
   * What is reported.
   *
   * @param equation for people; in nats
   * @param side on which side of I(X;Y) it lies
   * @param ceiling what limits it whatever the critic; empty if nothing does
   * @param invariance what can be added to every score without a change of it
   */
  public record Value(String equation, Side side, Optional<Ceiling> ceiling, Freedom invariance) {}

  /**
   * How a marginal pair of score T weighs in a gradient, but for a factor that is the same for all
   * pairs. A penalty that weighs pairs as the objective does adds a constant to the best critic;
   * any other bends it.
   */
  public enum Weighting {
    /** e^T: in the gradient of any function of M. */
    EXPONENTIAL,
    /** σ(T): in the gradient of any function of E_Q[softplus T]. */
    LOGISTIC,
    /** Another, of its own. */
    OTHER;

    /** Whether both are known and the same. */
    boolean isThatOf(Objective objective) {
      return this != OTHER && this == objective.weighting;
    }
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

    /** The same with a constant added to it that depends on the data. */
    Optimum shifted() {
      return new Optimum(level, Freedom.SHIFT);
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
