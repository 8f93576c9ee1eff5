package org.steadymi.laboratory.known;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Estimate;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Judgement;
import org.steadymi.estimators.sample.Verdict;
import org.steadymi.laboratory.cells.CellResult;

/**
 * What came of one estimate.
 *
 * @param nats the estimate
 * @param seconds of wall time
 * @param judged what else is known of an estimate with critics; none of a baseline
 */
record EstimateOutcome(double nats, double seconds, Optional<Judged> judged) {
  private static final String TRUTH = "truth";
  private static final String NATS = "nats";
  private static final String LOW = "low";
  private static final String HIGH = "high";
  private static final String ON_TRAINING = "on training rows";
  private static final String SECONDS = "seconds";
  private static final String VERDICT = "verdict";
  private static final String REASONS = "reasons";
  private static final String CHOSEN = "chosen";

  /**
   * An interval and a verdict.
   *
   * @param interval 95 %
   * @param onTraining what the critics read on the rows that they were fitted on, nats
   * @param judgement whether it can be believed
   * @param chosen the candidate of every fold
   */
  record Judged(Interval interval, double onTraining, Judgement judgement, List<String> chosen) {
    /** Copies the list. */
    Judged {
      chosen = List.copyOf(chosen);
    }

    boolean contains(double truth) {
      return interval.contains(truth);
    }

    boolean warns() {
      return judgement.verdict() != Verdict.TRUSTWORTHY;
    }
  }

  /** All that is kept of a baseline. */
  static CellResult encode(BaselineEstimate estimate, double truth, double seconds) {
    Map<String, Double> numbers = start(truth, estimate.nats(), seconds);
    return new CellResult(numbers, Map.of(), List.of(), Map.of("notes", estimate.notes()));
  }

  /** All that is kept of an estimate with critics. */
  static CellResult encode(Estimate estimate, double truth, double seconds) {
    Map<String, Double> numbers = start(truth, estimate.nats(), seconds);
    numbers.put(LOW, estimate.interval().lower());
    numbers.put(HIGH, estimate.interval().upper());
    numbers.put(ON_TRAINING, onTraining(estimate.folds()));
    numbers.put("p value", estimate.independence().pValue());
    numbers.put("permutations", (double) estimate.independence().permutations());
    estimate.baselines().forEach(b -> numbers.put("baseline " + b.name(), b.nats()));
    for (int i = 0; i < estimate.folds().size(); i++) {
      put(numbers, "fold " + (i + 1) + ": ", estimate.folds().get(i));
    }
    Map<String, List<String>> texts = new LinkedHashMap<>();
    texts.put(VERDICT, List.of(estimate.judgement().verdict().name()));
    texts.put(REASONS, estimate.judgement().reasons());
    texts.put(CHOSEN, estimate.folds().stream().map(fold -> fold.choice().leader()).toList());
    return new CellResult(numbers, Map.of(), List.of(), texts);
  }

  private static Map<String, Double> start(double truth, double nats, double seconds) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put(TRUTH, truth);
    numbers.put(NATS, nats);
    numbers.put(SECONDS, seconds);
    numbers.put("threads", (double) EstimateCell.THREADS);
    return numbers;
  }

  /** Of all folds, by their number of rows. */
  private static double onTraining(List<FoldEstimate> folds) {
    double rows = folds.stream().mapToDouble(FoldEstimate::rows).sum();
    return folds.stream().mapToDouble(fold -> fold.rows() * fold.onTraining()).sum() / rows;
  }

  private static void put(Map<String, Double> numbers, String prefix, FoldEstimate fold) {
    numbers.put(prefix + "rows", (double) fold.rows());
    numbers.put(prefix + NATS, fold.nats());
    numbers.put(prefix + "on selection rows", fold.choice().nats());
    numbers.put(prefix + ON_TRAINING, fold.onTraining());
    new TreeMap<>(fold.choice().tried()).forEach((name, nats) -> numbers.put(prefix + name, nats));
  }

  /** Reads what one of the two encoders kept. */
  static EstimateOutcome decode(CellResult result) {
    return new EstimateOutcome(
        result.number(NATS),
        result.number(SECONDS),
        result.texts().containsKey(VERDICT) ? Optional.of(judged(result)) : Optional.empty());
  }

  private static Judged judged(CellResult result) {
    return new Judged(
        new Interval(result.number(LOW), result.number(HIGH)),
        result.number(ON_TRAINING),
        new Judgement(Verdict.valueOf(result.texts(VERDICT).get(0)), result.texts(REASONS)),
        result.texts(CHOSEN));
  }
}
