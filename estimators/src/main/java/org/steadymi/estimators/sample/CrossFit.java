package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.steadymi.estimators.Workers;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.Candidate.FittingRows;
import org.steadymi.estimators.sample.LearningCurve.Look;

/**
 * Critics for all folds of a sample: each is fitted, and chosen, without the rows that it is read
 * on.
 */
final class CrossFit {
  /** Critics with other seeds, of the best candidates in turn, where there are several. */
  private static final int SECOND_FITS = 3;

  /** Training rows that are read. */
  private static final int ENOUGH = 2_000;

  /** Held-out scores of a fold that are kept at once, as long as a block has its least rows. */
  private static final int MOST_SCORES = 10_000_000;

  private static final int LEAST_BLOCK = 32;

  private final Sample sample;
  private final List<Candidate> candidates;
  private final EstimateOptions options;
  private final EstimationProgress progress;
  private final Deadline deadline;
  private final AtomicInteger done = new AtomicInteger();

  CrossFit(
      Sample sample,
      List<Candidate> candidates,
      EstimateOptions options,
      EstimationProgress progress) {
    this.progress = progress;
    this.sample = sample;
    this.candidates = candidates;
    this.options = options;
    this.deadline = Deadline.in(options.budget());
  }

  /**
   * What came of one fold.
   *
   * @param fold its rows
   * @param tried all critics that were fitted
   * @param chosen of them, by the selection rows
   * @param onTraining its value on the rows that it was fitted on, nats
   * @param heldOut its scores of the rows that it never saw
   */
  record Reading(
      Fold fold, List<Fitted> tried, Committee chosen, double onTraining, HeldOutScores heldOut) {}

  /** All folds. */
  List<Reading> readings() {
    return all(Fold.of(sample.count(), options.folds(), options.seed()), this::reading);
  }

  /** How the leading networks of these folds came about; a fold led by a closed form has none. */
  List<LearningCurve> curves(List<Reading> readings, EstimationProgress looking) {
    AtomicInteger finished = new AtomicInteger();
    List<List<Look>> looks =
        all(
            readings,
            reading -> {
              List<Look> found = looks(reading);
              looking.at(finished.incrementAndGet(), readings.size(), "how a network learned");
              return found;
            });
    return IntStream.range(0, readings.size())
        .filter(i -> !looks.get(i).isEmpty())
        .mapToObj(
            i ->
                new LearningCurve(
                    i + 1, readings.get(i).chosen().leader().candidate(), looks.get(i)))
        .toList();
  }

  private List<Look> looks(Reading reading) {
    Fitted leader = reading.chosen().leader();
    Candidate candidate =
        candidates.stream()
            .filter(c -> c.name().equals(leader.candidate()))
            .findFirst()
            .orElseThrow();
    Sample heldOut = sample.select(reading.fold().heldOut());
    return candidate.looks(rows(reading.fold()), leader.seed(), heldOut);
  }

  /** As many at once as there are threads; in their order. */
  private <T, R> List<R> all(List<T> parts, Function<T, R> work) {
    List<Callable<R>> pieces = new ArrayList<>();
    parts.forEach(part -> pieces.add(() -> work.apply(part)));
    try {
      return new Workers(options.threads()).finish(pieces);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("estimate: interrupted", interrupted);
    }
  }

  private Reading reading(Fold fold) {
    FittingRows rows = rows(fold);
    List<Fitted> tried = new ArrayList<>();
    for (Candidate candidate : candidates) {
      fit(candidate, rows, options.seed(), tried);
    }
    List<Candidate> best = best(tried);
    for (int again = 0; again < secondFits() && !best.isEmpty(); again++) {
      fit(best.get(again % best.size()), rows, options.seed() + 1 + again, tried);
    }
    Committee chosen = Committee.of(tried, rows.selection());
    return new Reading(
        fold,
        tried,
        chosen,
        chosen.scores(some(rows.training()), CriticScorer.SMALL_BLOCK).value(),
        chosen.scores(sample.select(fold.heldOut()), block(fold.heldOut().length)));
  }

  private FittingRows rows(Fold fold) {
    Sample training = sample.select(fold.training());
    return new FittingRows(Features.of(training), training, sample.select(fold.selection()));
  }

  /** Critics that are fitted if time allows it. */
  private int total() {
    return (candidates.size() + secondFits()) * options.folds();
  }

  private int secondFits() {
    boolean choice = candidates.size() > 1 && candidates.stream().anyMatch(Candidate::random);
    return choice ? SECOND_FITS : 0;
  }

  /** The candidates of which another seed gives another critic, the best two. */
  private List<Candidate> best(List<Fitted> tried) {
    Map<String, Double> values =
        tried.stream().collect(Collectors.toMap(Fitted::candidate, Fitted::rank));
    return candidates.stream()
        .filter(candidate -> candidate.random() && values.containsKey(candidate.name()))
        .sorted(Comparator.comparing(candidate -> -values.get(candidate.name())))
        .limit(2)
        .toList();
  }

  private void fit(Candidate candidate, FittingRows rows, int seed, List<Fitted> tried) {
    if (tried.isEmpty() || !deadline.passed()) {
      Fitted fitted = candidate.fit(rows, seed);
      tried.add(fitted);
      progress.at(done.incrementAndGet(), total(), describe(fitted));
    }
  }

  /** As many rows as tell what the value on all of them is. */
  private static Sample some(Sample training) {
    return training.count() <= ENOUGH
        ? training
        : training.select(IntStream.range(0, ENOUGH).toArray());
  }

  /** Fewer rows in a block where there are many: the scores of all blocks are kept. */
  private static int block(int rows) {
    return Math.max(LEAST_BLOCK, Math.min(CriticScorer.LARGE_BLOCK, MOST_SCORES / rows));
  }

  private static String describe(Fitted fitted) {
    return String.format(Locale.ROOT, "%s %.3f nats", fitted.candidate(), fitted.value());
  }
}
