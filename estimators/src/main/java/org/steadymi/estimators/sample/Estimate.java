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
 * @param value how much
 * @param judgement whether it can be believed
 * @param references what it is held against
 * @param folds what was held out, one after the other
 * @param pointwise log p(x, y) / p(x) p(y) of every row, by the critic that never saw it, nats
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to read, never compared
public record Estimate(
    Value value,
    Judgement judgement,
    References references,
    List<FoldEstimate> folds,
    double[] pointwise) {
  private static final double LOG_2 = Math.log(2);

  /** Copies the folds. */
  public Estimate {
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

  /** The estimate in nats. */
  public double nats() {
    return value.nats;
  }

  /** The estimate in bits. */
  public double bits() {
    return value.nats / LOG_2;
  }

  /** Where I(X;Y) lies with 95 % confidence. */
  public Interval interval() {
    return value.interval;
  }

  /** The estimate as a share, where that is defined. */
  public List<Normalised> normalised() {
    return value.normalised;
  }

  /** The permutation test. */
  public Independence independence() {
    return references.independence;
  }

  /** Estimators without a critic, on all rows. */
  public List<BaselineEstimate> baselines() {
    return references.baselines;
  }

  /** Number of rows. */
  public int rows() {
    return pointwise.length;
  }

  /**
   * How much.
   *
   * @param nats the Donsker–Varadhan bound J − log M of the held-out rows, averaged over the folds
   *     by their number of rows
   * @param interval where I(X;Y) lies with 95 % confidence, as far as the critics can see it
   * @param normalised the same as a share, where that is defined
   */
  public record Value(double nats, Interval interval, List<Normalised> normalised) {
    /** Copies the list. */
    public Value {
      normalised = List.copyOf(normalised);
    }
  }

  /**
   * What an estimate is held against.
   *
   * @param independence the permutation test
   * @param baselines estimators without a critic, on all rows
   */
  public record References(Independence independence, List<BaselineEstimate> baselines) {
    /** Copies the list. */
    public References {
      baselines = List.copyOf(baselines);
    }
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
   * A test of independence: the rows of Y in random order within blocks of the held-out rows, of
   * which each part is one or some, scored by the same critics. Exact in each part, whose critics
   * do not depend on the order of rows that they never saw; not in the sum, since each part's
   * critics were fitted on rows of the others: with few rows it rejects more often than its level.
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
   * @param onTraining the value on the rows that its critics were fitted on, nats
   * @param choice of its critics
   */
  public record FoldEstimate(int rows, double nats, double onTraining, Choice choice) {}

  /**
   * Critics that were chosen by the selection rows.
   *
   * @param nats the value on these rows
   * @param critics whose mean was chosen
   * @param leader the one that counts most in it
   * @param tried the value of every candidate on these rows, nats, in the order of trial; not a
   *     number where its training failed
   */
  public record Choice(double nats, String critics, String leader, Map<String, Double> tried) {
    /** Copies the values. */
    public Choice {
      tried = Collections.unmodifiableMap(new LinkedHashMap<>(tried));
    }
  }
}
