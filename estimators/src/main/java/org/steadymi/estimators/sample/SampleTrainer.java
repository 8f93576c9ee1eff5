package org.steadymi.estimators.sample;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.PairScores;
import org.steadymi.estimators.TrainingConfig;
import org.steadymi.estimators.Workers;
import org.steadymi.estimators.sample.Candidate.Fitted;
import org.steadymi.graphs.critics.ParameterLayout;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * Trains a critic on a finite sample. What distinguishes it from a training run on a source is how
 * a checkpoint is judged: on all rows of the selection split at once, by the value that is reported
 * in the end, and training ends when that has not risen for a while.
 */
final class SampleTrainer {
  /** Looks whose parameters are averaged to a checkpoint: it errs less than the last of them. */
  private static final int AVERAGED = 6;

  private SampleTrainer() {}

  /**
   * What came of training.
   *
   * @param parameters of the look with the highest value, in the layout of the loss: the mean of
   *     the last looks' parameters
   * @param value J − log M on the selection rows, nats
   * @param curve of all of training
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
  record Trained(float[] parameters, double value, Curve curve) {}

  /** Told of every look. */
  interface Looking {
    /**
     * At a look.
     *
     * @param step training steps so far
     * @param value on the selection rows, nats
     * @param valueOf the value on other rows, nats; of use during the call
     */
    void at(long step, double value, ToDoubleFunction<Pairs> valueOf);
  }

  /**
   * Trains.
   *
   * @param config its schedule says how often to look
   * @param selection rows that a look is judged on
   * @param patience looks without a better value after which it ends
   * @param looking is told, and changes nothing
   */
  static Trained train(TrainingConfig config, Pairs selection, int patience, Looking looking) {
    ParameterLayout layout = config.loss().layout(config.critic());
    PairScores source =
        new PairScores(config.critic(), config.data().sampler(Split.TRAIN), config.pairing());
    try (TrainingLoop loop =
            new TrainingLoop(layout, source, config.loss(), config.optimizer(), config.loop());
        CriticScorer scorer = new CriticScorer(config.critic(), layout)) {
      Curve curve = new Curve(0, new float[0]);
      Deque<float[]> latest = new ArrayDeque<>();
      float[] best = null;
      double value = Double.NaN;
      int without = 0;
      while (true) {
        Workers.requireGoesOn("estimate");
        latest.addLast(loop.state().parameters(0, layout.size()));
        if (latest.size() > AVERAGED) {
          latest.removeFirst();
        }
        float[] mean = mean(latest);
        double found = value(scorer, mean, selection);
        looking.at(loop.step(), found, rows -> value(scorer, mean, rows));
        without++;
        if (best == null || Fitted.rank(found) > Fitted.rank(value)) {
          best = mean;
          value = found;
          without = 0;
        }
        boolean done = loop.step() >= config.schedule().steps() || without >= patience;
        if (done || curve.firstNonFinite() < curve.steps()) {
          return new Trained(best, value, curve);
        }
        curve = curve.then(loop.run(config.schedule().checkpointEvery()).get(0));
      }
    }
  }

  private static float[] mean(Deque<float[]> parameters) {
    float[] mean = new float[parameters.peek().length];
    for (float[] one : parameters) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one[i] / parameters.size();
      }
    }
    return mean;
  }

  /** Nothing is a number once a parameter is none. */
  private static double value(CriticScorer scorer, float[] parameters, Pairs selection) {
    return finite(parameters)
        ? scorer.scores(parameters, selection, CriticScorer.SMALL_BLOCK).value()
        : Double.NaN;
  }

  private static boolean finite(float... values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
