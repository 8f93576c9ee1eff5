package org.steadymi.estimators.sample;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import org.steadymi.estimators.baselines.BaselineEstimate;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.estimators.sample.CrossFit.Reading;
import org.steadymi.estimators.sample.Estimate.Choice;
import org.steadymi.estimators.sample.Estimate.FoldEstimate;
import org.steadymi.estimators.sample.Estimate.Independence;
import org.steadymi.estimators.sample.Estimate.Interval;
import org.steadymi.estimators.sample.Estimate.References;
import org.steadymi.estimators.sample.Estimate.Value;
import org.steadymi.savedmodels.IfPresent;

/** An estimate, and the critics behind it. */
public final class Estimation {
  /** Marginal scores that are given out of each fold, about. */
  private static final int MARGINAL_SCORES = 20_000;

  private final Sample sample;
  private final CrossFit fits;
  private final List<Reading> readings;
  private final Estimate estimate;

  private Estimation(Sample sample, CrossFit fits, List<Reading> readings, Estimate estimate) {
    this.sample = sample;
    this.fits = fits;
    this.readings = List.copyOf(readings);
    this.estimate = estimate;
  }

  /**
   * Estimates.
   *
   * @throws IllegalArgumentException with one line, if there are fewer rows than {@link
   *     EstimateOptions#fewestRows}, or x and y have different numbers of rows
   */
  public static Estimation of(
      Variable x, Variable y, EstimateOptions options, EstimationProgress progress) {
    Sample sample = new Sample(x.values(), y.values());
    options.requireEnough("estimate", sample.count(), 1);
    CrossFit fits = new CrossFit(sample, Methods.candidates(options.method()), options, progress);
    List<Reading> readings = fits.readings();
    HeldOutReading pooled = new HeldOutReading(readings);
    SplittableRandom random = new SplittableRandom(options.seed());
    Independence independence = pooled.independence(options.permutations(), random.split());
    List<BaselineEstimate> baselines = Baselines.of(x, y, options);
    Ceilings ceilings = Ceilings.of(x, y);
    Interval interval = ceilings.cut(pooled.interval(random.split()));
    double nats = ceilings.cut(pooled.value());
    References references = new References(independence, baselines);
    Estimate estimate =
        new Estimate(
            new Value(nats, interval, ceilings.normalised(nats)),
            new Evidence(pooled, interval, references, ceilings, sample).judgement(),
            references,
            readings.stream().map(Estimation::fold).toList(),
            pooled.pointwise(sample.count()));
    return new Estimation(sample, fits, readings, estimate);
  }

  /** The estimate. */
  public Estimate estimate() {
    return estimate;
  }

  /**
   * How the network that counts most in each fold learned: it is trained once more, in the same
   * way, and looked at on the held-out rows, too. A fold led by a closed form has no curve.
   */
  public List<LearningCurve> curves(EstimationProgress progress) {
    return fits.curves(readings, progress);
  }

  /** Scores of held-out rows, of all folds. */
  public RowScores scores() {
    return new RowScores(
        estimate.pointwise(),
        readings.stream()
            .flatMapToDouble(reading -> Arrays.stream(reading.heldOut().marginal(MARGINAL_SCORES)))
            .toArray());
  }

  /**
   * Exports the critic of the fold with the highest value on its selection rows, which scores rows
   * as they are in the table.
   *
   * @param target the model's folder
   * @param data where the rows came from, for example a file
   * @throws org.steadymi.savedmodels.SavedModelException if the target exists and may not be
   *     replaced, or TensorFlow cannot write the model
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public void export(Path target, String data, IfPresent ifPresent) {
    CriticExport.export(target, readings, data, sample.fingerprint(), ifPresent);
  }

  private static FoldEstimate fold(Reading reading) {
    Map<String, Double> tried = new LinkedHashMap<>();
    BinaryOperator<Double> better =
        BinaryOperator.maxBy(Comparator.comparingDouble(value -> Fitted.rank(value)));
    reading.tried().forEach(fitted -> tried.merge(fitted.candidate(), fitted.value(), better));
    return new FoldEstimate(
        reading.heldOut().rows(),
        reading.heldOut().value(),
        reading.onTraining(),
        new Choice(
            reading.chosen().value(),
            reading.chosen().describe(),
            reading.chosen().leader().candidate(),
            tried));
  }
}
