package org.steadymi.estimators.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.steadymi.estimators.baselines.BaselineEstimate;

/**
 * The mutual information of a sample, as critics tell it that never saw the rows that they are read
 * on: a lower bound, in expectation, up to the error of the means.
 *
 * @param nats the Donsker–Varadhan bound J − log M of the held-out rows, averaged over the folds by
 *     their number of rows
 * @param interval where I(X;Y) lies with 95 % confidence, as far as the critics can see it
 * @param judgement whether it can be believed
 * @param independence the permutation test
 * @param normalised the estimate as a share, where that is defined
 * @param baselines estimators without a critic, on all rows
 * @param folds what was held out, one after the other
 * @param pointwise log p(x, y) / p(x) p(y) of every row, by the critic that never saw it, nats
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to read, never compared
public record Estimate(
    double nats,
    Interval interval,
    Judgement judgement,
    Independence independence,
    List<Normalised> normalised,
    List<BaselineEstimate> baselines,
    List<FoldEstimate> folds,
    double[] pointwise) {
  private static final double LOG_2 = Math.log(2);

  /** Copies the lists. */
  public Estimate {
    normalised = List.copyOf(normalised);
    baselines = List.copyOf(baselines);
    folds = List.copyOf(folds);
  }

  /**
   * The estimate for continuous variables, with the default options.
   *
   * @param x a row of numbers for each observation
   * @param y as many rows
   * @throws IllegalArgumentException with one line, if there are fewer than 50 rows, or they do not
   *     belong together, or a number is not finite
   */
  public static Estimate of(double[][] x, double[][] y) {
    return of(Variable.continuous(x), Variable.continuous(y), EstimateOptions.DEFAULTS);
  }

  /**
   * The estimate.
   *
   * @throws IllegalArgumentException as {@link #of(double[][], double[][])}
   */
  public static Estimate of(Variable x, Variable y, EstimateOptions options) {
    return Estimation.of(x, y, options, EstimationProgress.NONE).estimate();
  }

  /** The estimate in bits. */
  public double bits() {
    return nats / LOG_2;
  }

  /** Number of rows. */
  public int rows() {
    return pointwise.length;
  }

  /**
   * A confidence interval.
   *
   * @param lower nats
   * @param upper nats
   */
  public record Interval(double lower, double upper) {
    /** Two-sided 5 % quantile of the standard normal distribution. */
    public static final double QUANTILE = 1.96;

    /**
     * The standard error of a value, {@value #QUANTILE} of which below it the interval begins;
     * above it an estimate's interval also holds what critics know too well.
     */
    public double error(double value) {
      return (value - lower) / QUANTILE;
    }

    /** Whether a value lies in it. */
    public boolean contains(double value) {
      return lower <= value && value <= upper;
    }
  }

  /**
   * A verdict.
   *
   * @param verdict in one word
   * @param reasons a sentence each, with numbers
   */
  public record Judgement(Verdict verdict, List<String> reasons) {
    /** Copies the reasons. */
    public Judgement {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * A test of independence: the rows of Y in random order within the held-out rows, scored by the
   * same critics. Exact in each part, whose critics do not depend on the order of rows that they
   * never saw; not in the sum, since each part's critics were fitted on rows of the others: with
   * few rows it rejects more often than its level.
   *
   * @param pValue share of orders, the observed one included, whose mean joint score is at least
   *     the observed one
   * @param permutations random orders
   */
  public record Independence(double pValue, int permutations) {}

  /**
   * The estimate as a share of something.
   *
   * @param name what it is called
   * @param value in [0, 1]
   */
  public record Normalised(String name, double value) {}

  /**
   * One fold.
   *
   * @param rows that were held out
   * @param nats the value on these
   * @param onSelection the value on the rows that chose the critic, nats
   * @param onTraining the value on the rows that it was fitted on, nats
   * @param chosen the critics whose mean was chosen
   * @param leader the one that counts most in it
   * @param tried the value of every candidate on the rows that chose, nats, in the order of trial;
   *     not a number where its training failed
   */
  public record FoldEstimate(
      int rows,
      double nats,
      double onSelection,
      double onTraining,
      String chosen,
      String leader,
      Map<String, Double> tried) {
    /** Copies the values. */
    public FoldEstimate {
      tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }
  }
}
