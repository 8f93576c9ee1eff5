package org.steadymi.graphs.losses;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about a bound, as data: it drives the catalogue, the documentation and the property
 * tests.
 *
 * @param name short lower-case name of the bound, the same with and without a regulariser
 * @param title the bound's full name
 * @param objective the equation that training maximises
 * @param value the equation that is reported, in nats
 * @param side on which side of I(X;Y) the value lies
 * @param ceiling what limits the value whatever the critic
 * @param optimum which critic maximises the objective
 * @param shiftInvariant whether the value stays the same when a constant is added to every score
 * @param citation where the bound comes from
 */
public record Properties(
    String name,
    String title,
    String objective,
    String value,
    Side side,
    Ceiling ceiling,
    Optimum optimum,
    boolean shiftInvariant,
    String citation) {

  /** The value's relation to the true mutual information. */
  public enum Side {
    /** At most I(X;Y) in expectation, for batches of any size. */
    LOWER_BOUND("lower bound"),
    /**
     * At most I(X;Y) for exact expectations; a batch's value is biased by the logarithm of a sample
     * mean and can exceed it.
     */
    LOWER_BOUND_IN_THE_LIMIT("estimate, a lower bound in the limit of large batches"),
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

  /** A limit of the value that no critic can pass. */
  public enum Ceiling {
    NONE,
    /** log K for batches of K pairs. */
    LOG_BATCH;

    /** The limit as an equation; empty if there is none. */
    public Optional<String> equation() {
      return this == LOG_BATCH ? Optional.of("log K") : Optional.empty();
    }

    /** The limit for batches of that many pairs, in nats; empty if there is none. */
    public OptionalDouble at(int batch) {
      return this == LOG_BATCH ? OptionalDouble.of(Math.log(batch)) : OptionalDouble.empty();
    }
  }

  /** The maximising critic T*, with r = p(x, y) / p(x) p(y). */
  public enum Optimum {
    LOG_RATIO("log r"),
    LOG_RATIO_PLUS_ONE("1 + log r"),
    LOG_RATIO_PLUS_CONSTANT("log r + c, c any constant"),
    LOG_RATIO_PLUS_FUNCTION_OF_X("log r + c(x), c any function of x");

    private final String equation;

    Optimum(String equation) {
      this.equation = equation;
    }

    /** T* as an equation. */
    public String equation() {
      return equation;
    }
  }
}
