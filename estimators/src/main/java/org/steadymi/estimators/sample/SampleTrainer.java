package org.steadymi.estimators.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Split;
import org.steadymi.estimators.PairScores;
import org.steadymi.estimators.TrainingConfig;
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
   * A checkpoint.
   *
   * @param parameters in the layout of the loss: the mean of the last looks' parameters
   * @param step after which it was taken
   * @param value J − log M on the selection rows, nats
   */
  @SuppressWarnings("ArrayRecordComponent") // made and read in this package, never compared
  record Look(float[] parameters, int step, double value) {}

  /**
   * What came of training.
   *
   * @param best the look with the highest value
   * @param looks all of them, the untrained critic first
   * @param curve of all of training
   */
  record Trained(Look best, List<Look> looks, Curve curve) {}

  /**
   * Trains.
   *
   * @param config its schedule says how often to look, and the number of looks without a better
   *     value after which it ends
   */
  static Trained train(TrainingConfig config, int patience) {
    ParameterLayout layout = config.loss().layout(config.critic());
    PairScores source =
        new PairScores(config.critic(), config.data().sampler(Split.TRAIN), config.pairing());
    Pairs selection = ((SampleSource) config.data()).all(Split.SELECTION);
    try (TrainingLoop loop =
            new TrainingLoop(layout, source, config.loss(), config.optimizer(), config.loop());
        CriticScorer scorer = new CriticScorer(config.critic(), layout)) {
      Curve curve = new Curve(0, new float[0]);
      Deque<float[]> latest = new ArrayDeque<>();
      List<Look> looks = new ArrayList<>();
      int best = 0;
      while (true) {
        latest.addLast(loop.state().parameters(0, layout.size()));
        if (latest.size() > AVERAGED) {
          latest.removeFirst();
        }
        float[] mean = mean(latest);
        looks.add(new Look(mean, loop.step(), value(scorer, mean, selection)));
        best = looks.get(looks.size() - 1).value > looks.get(best).value ? looks.size() - 1 : best;
        boolean done = loop.step() >= config.schedule().steps() || looks.size() - best > patience;
        if (done || curve.firstNonFinite() < curve.steps()) {
          return new Trained(looks.get(best), looks, curve);
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
