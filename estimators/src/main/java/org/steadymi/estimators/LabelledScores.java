package org.steadymi.estimators;

import java.util.List;
import org.steadymi.datasets.GraphRandom;
import org.steadymi.datasets.LabelledSampler;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Rows;
import org.steadymi.graphs.critics.Critic;
import org.steadymi.graphs.critics.Parameters;
import org.steadymi.graphs.losses.Noise;
import org.steadymi.graphs.losses.Scores;
import org.steadymi.graphs.training.ScoreSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TType;

/**
 * Scores rows with a class: against all classes, or among themselves.
 *
 * @param critic scores them; y is a class as a one-hot vector, or a row as x is
 * @param sampler draws them
 * @param pairing LABELS or SAME_LABEL
 * @param noise what is added to rows and scores
 */
record LabelledScores(Critic critic, LabelledSampler sampler, Pairing pairing, Noise noise)
    implements ScoreSource {
  @Override
  public List<TType> tables() {
    return sampler.tables();
  }

  @Override
  public Scores scores(Ops tf, Parameters parameters, Draw draw) {
    GraphRandom random = new GraphRandom(tf, draw.seed(), draw.step());
    LabelledSampler.Batch batch = sampler.draw(tf, draw.tables(), random, draw.leadArray());
    Operand<TFloat32> x = Disturbance.of(tf, batch.rows(), noise.inputs(), random);
    Scores clean =
        pairing == Pairing.LABELS
            ? Scores.labelled(
                critic.scoreMatrix(tf, parameters, x, classes(tf, draw)), batch.labels())
            : Scores.sameLabel(tf, critic.scoreMatrix(tf, parameters, x, x), batch.labels());
    return clean.map(t -> Disturbance.of(tf, t, noise.scores(), random));
  }

  /** Every class as a one-hot vector, [C, C], the same for all replicas: [R, C, C]. */
  private Operand<TFloat32> classes(Ops tf, Draw draw) {
    int c = critic.ySize();
    Operand<TFloat32> classes =
        tf.constant(Shape.of(c, c), DataBuffers.of(Rows.identity(c).values()));
    long[] lead = draw.leadArray();
    return lead.length == 1
        ? classes
        : tf.broadcastTo(classes, tf.constant(new long[] {lead[0], c, c}));
  }
}
