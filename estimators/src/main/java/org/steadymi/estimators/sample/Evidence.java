package org.steadymi.estimators.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.steadymi.estimators.Diagnosis;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.estimators.sample.Estimate.Independence;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.Judgement;
import org.steadymi.estimators.sample.Estimate.References;

/** What speaks for and against an estimate, weighed in a fixed order. */
record Evidence(
    HeldOutReading reading,
    Interval interval,
    References references,
    Ceilings ceilings,
    Sample sample) {
  /** Level of the test of independence. */
  private static final double LEVEL = 0.05;

  /** How much better, in standard errors and as a share, critics may know their own rows. */
  private static final double MOST_ERRORS = 3;

  private static final double LEAST_OPTIMISM = 0.02;

  /** What reads too much of variables that are far from normal. */
  private static final String LINEAR = "gaussian";

  /** How far, in nats and as a share, a baseline may be above the interval. */
  private static final double LEAST_DISAGREEMENT = 0.05;

  private static final double MOST_DISAGREEMENT = 0.1;

  /** Nats below log N from which on nothing higher can be told from N rows. */
  private static final double NEAR_LOG_ROWS = 1;

  private static final double NEAR_ENTROPY = 0.98;

  /** The verdict, the first in this order that holds. */
  Judgement judgement() {
    List<Judgement> against = new ArrayList<>();
    add(against, Verdict.UNSTABLE, instability());
    add(against, Verdict.INDEPENDENT, noDependence());
    add(against, Verdict.AT_CEILING, ceiling());
    add(against, Verdict.TOO_LITTLE_DATA, optimism());
    add(against, Verdict.BASELINES_DISAGREE, disagreement());
    if (against.isEmpty()) {
      return new Judgement(Verdict.TRUSTWORTHY, List.of(agreement()));
    }
    return new Judgement(
        against.get(0).verdict(),
        against.stream().flatMap(judgement -> judgement.reasons().stream()).toList());
  }

  private static void add(List<Judgement> all, Verdict verdict, List<String> reasons) {
    if (!reasons.isEmpty()) {
      all.add(new Judgement(verdict, reasons));
    }
  }

  private List<String> instability() {
    List<String> reasons = new ArrayList<>();
    for (Reading fold : reading.readings()) {
      if (Double.isNaN(fold.heldOut().value())) {
        reasons.add("the scores of rows that were held out are no numbers");
      }
      for (Fitted member : fold.chosen().members().keySet()) {
        Diagnosis diagnosis = member.diagnosis();
        boolean exploded = diagnosis.state() == Diagnosis.State.EXPLODED;
        if (exploded || diagnosis.state() == Diagnosis.State.DRIFTING) {
          String what = exploded ? "exploded" : "drifts";
          reasons.add(text("a critic %s %s: %s", member.candidate(), what, diagnosis.reason()));
        }
      }
    }
    return reasons;
  }

  private List<String> noDependence() {
    return references.independence().pValue() <= LEVEL ? List.of() : List.of(randomOrders());
  }

  private String randomOrders() {
    Independence independence = references.independence();
    return text(
        "%.0f of %d random orders of Y score at least as well (p = %.3f)",
        independence.pValue() * (1 + independence.permutations()) - 1,
        independence.permutations(),
        independence.pValue());
  }

  private List<String> ceiling() {
    List<String> reasons = new ArrayList<>();
    double value = reading.value();
    double logRows = Math.log(sample.count());
    if (value > logRows - NEAR_LOG_ROWS) {
      reasons.add(
          text(
              "%.2f nats are near the log of %,d rows, %.2f: more cannot be told from so many",
              value, sample.count(), logRows));
    }
    ceilings
        .lowest()
        .ifPresent(
            entropy -> {
              if (value > NEAR_ENTROPY * entropy) {
                reasons.add(
                    text(
                        "%.3f nats are all of the entropy of a variable, %.3f: the other determines"
                            + " it",
                        value, entropy));
              }
            });
    return reasons;
  }

  private List<String> optimism() {
    double optimism = reading.onTraining() - reading.value();
    double value = reading.value();
    return optimism > Math.max(MOST_ERRORS * interval.error(value), LEAST_OPTIMISM * value)
        ? List.of(
            text(
                "critics read %.3f nats on their own rows and %.3f on others: with more rows they"
                    + " would read more",
                reading.onTraining(), reading.value()))
        : List.of();
  }

  private List<String> disagreement() {
    List<String> reasons = new ArrayList<>();
    double allowed = Math.max(LEAST_DISAGREEMENT, MOST_DISAGREEMENT * reading.value());
    for (BaselineEstimate baseline : references.baselines()) {
      if (restsOnMostRows(baseline)
          && baseline.nats() > interval.upper() + allowed
          && !baseline.name().equals(LINEAR)) {
        reasons.add(
            text("%s reads %.3f nats, above the interval", baseline.name(), baseline.nats()));
      }
    }
    return reasons;
  }

  /** Of symbols that occur once each, a baseline reads all of the entropy. */
  private boolean restsOnMostRows(BaselineEstimate baseline) {
    return 2L * baseline.rows() > Math.min(sample.count(), Baselines.MOST_ROWS);
  }

  private String agreement() {
    return text(
        "critics read %.3f nats on their own rows and %.3f on others; %s",
        reading.onTraining(), reading.value(), randomOrders());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
