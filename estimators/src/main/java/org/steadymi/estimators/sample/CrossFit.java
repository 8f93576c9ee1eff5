package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.Candidate.FittingRows;

/**
 * Critics for all folds of a sample: each is fitted, and chosen, without the rows that it is read
 * on.
 */
final class CrossFit {
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
   * @param tried all critics that were fitted, the chosen one among them
   * @param chosen the one with the highest value on the selection rows
   * @param onTraining its value on the rows that it was fitted on, nats
   * @param heldOut its scores of the rows that it never saw
   */
  record Reading(
      Fold fold, List<Fitted> tried, Fitted chosen, double onTraining, HeldOutScores heldOut) {}

  /** All folds, as many at once as there are threads. */
  List<Reading> readings() {
    List<Fold> folds = Fold.of(sample.count(), options.folds(), options.seed());
    ExecutorService threads = Executors.newFixedThreadPool(options.threads());
    try {
      List<Future<Reading>> begun = new ArrayList<>();
      for (Fold fold : folds) {
        begun.add(threads.submit(() -> reading(fold)));
      }
      List<Reading> readings = new ArrayList<>();
      for (Future<Reading> future : begun) {
        readings.add(future.get());
      }
      return readings;
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("estimate: interrupted", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private Reading reading(Fold fold) {
    Sample training = sample.select(fold.training());
    FittingRows rows =
        new FittingRows(Features.of(training), training, sample.select(fold.selection()));
    List<Fitted> tried = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (tried.isEmpty() || !deadline.passed()) {
        Fitted fitted = candidate.fit(rows, options.seed());
        tried.add(fitted);
        progress.at(done.incrementAndGet(), candidates.size() * options.folds(), describe(fitted));
      }
    }
    Fitted chosen =
        tried.stream().max(Comparator.comparingDouble(CrossFit::comparable)).orElseThrow();
    return new Reading(
        fold,
        tried,
        chosen,
        chosen.scores(training).value(),
        chosen.scores(sample.select(fold.heldOut())));
  }

  private static String describe(Fitted fitted) {
    return String.format(Locale.ROOT, "%s %.3f nats", fitted.candidate(), fitted.value());
  }

  private static double comparable(Fitted fitted) {
    return Double.isNaN(fitted.value()) ? Double.NEGATIVE_INFINITY : fitted.value();
  }
}
