package org.steadymi.laboratory.images;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.steadymi.datasets.Spec;
import org.steadymi.estimators.LossSpecs;
import org.steadymi.laboratory.images.ImageOutcome.Figure;
import org.steadymi.laboratory.study.Interval;

/**
 * The critics of one loss, one for each seed.
 *
 * @param loss its specification without the weight of its regulariser
 * @param form its specification, with the weight of its regulariser
 * @param outcomes what came out, in the order of the seeds
 */
record LossOutcomes(String loss, String form, List<ImageOutcome> outcomes) {
  /** Below this share of the true mutual information a critic has learned nothing. */
  private static final double NOTHING = 0.02;

  /** Above this many times the accuracy of chance a critic classifies. */
  private static final double BEYOND_CHANCE = 1.5;

  /**
   * What outcomes are held against.
   *
   * @param truth the true mutual information, nats
   * @param chance the accuracy of a classifier that has learned nothing
   */
  record Scale(double truth, double chance) {}

  /** The weight with the highest mean estimate on the selection split; of equals the first. */
  static LossOutcomes best(List<LossOutcomes> candidates) {
    return candidates.stream()
        .reduce((a, b) -> b.selectionValue() > a.selectionValue() ? b : a)
        .orElseThrow();
  }

  /** The mean of what there is; below any number where there is none. */
  private double selectionValue() {
    double mean = interval(Figure.SELECTION_VALUE).mean();
    return Double.isNaN(mean) ? Double.NEGATIVE_INFINITY : mean;
  }

  boolean regularised() {
    return LossSpecs.parse(form).regularizer().isPresent();
  }

  /** The name of the loss, or of that which its regulariser belongs to. */
  String plain() {
    return regularised() && loss.startsWith("re") ? loss.substring(2) : loss;
  }

  /** λ, as it is written; a dash where there is none. */
  String lambda() {
    return Spec.parse(form).text("lambda", regularised() ? "1" : "–");
  }

  /**
   * What batches let the loss read whatever the critic, nats; not a number if nothing limits it.
   */
  double ceiling(ImageTask task, int batch, int classes) {
    return LossSpecs.parse(form)
        .bound()
        .properties()
        .ceilingAt(task.layout(), batch, classes)
        .orElse(Double.NaN);
  }

  Interval interval(Figure figure) {
    return interval(outcome -> outcome.number(figure));
  }

  Interval interval(ToDoubleFunction<ImageOutcome> quantity) {
    return Interval.of(outcomes.stream().mapToDouble(quantity).toArray());
  }

  long exploded() {
    return outcomes.stream().filter(ImageOutcome::exploded).count();
  }

  /**
   * How many end, or are given up, with an estimate of as good as nothing and an accuracy of as
   * good as chance.
   */
  long collapsed(Scale scale) {
    return outcomes.stream().filter(o -> readsNothing(o, scale) && !classifies(o, scale)).count();
  }

  /** How many classify better than by chance with an estimate of as good as nothing. */
  long unread(Scale scale) {
    return outcomes.stream().filter(o -> readsNothing(o, scale) && classifies(o, scale)).count();
  }

  private static boolean readsNothing(ImageOutcome outcome, Scale scale) {
    return !(outcome.number(Figure.MI_MACRO) > NOTHING * scale.truth());
  }

  private static boolean classifies(ImageOutcome outcome, Scale scale) {
    return outcome.number(Figure.ACCURACY) > BEYOND_CHANCE * scale.chance();
  }

  ImageOutcome first() {
    return outcomes.get(0);
  }
}
