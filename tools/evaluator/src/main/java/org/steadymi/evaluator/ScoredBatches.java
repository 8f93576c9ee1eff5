package org.steadymi.evaluator;

import org.steadymi.datasets.LabelledDraws;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Pairing;
import org.steadymi.datasets.Pairs;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.readout.LabelScores;
import org.steadymi.evaluator.readout.Layout;
import org.steadymi.evaluator.readout.SameLabelScores;
import org.steadymi.evaluator.readout.ScoreBatch;
import org.steadymi.evaluator.readout.ScoreMatrix;

/**
 * Batches of a source, drawn and scored as its pairing asks. A source that draws its marginal pairs
 * apart for training is scored by matrices: what lies beside their diagonals is as independent.
 */
record ScoredBatches(PairSource source, PairScorer critic, Sampling sampling) {
  /** The layout of every batch. */
  Layout layout() {
    return switch (source.pairing()) {
      case MATRIX, INDEPENDENT -> Layout.matrix(sampling.batch());
      case LABELS -> Layout.labels(sampling.batch(), draws().classes());
      case SAME_LABEL -> Layout.sameLabel(sampling.batch());
    };
  }

  /** The batch of that index. */
  ScoreBatch batch(int index) {
    return switch (source.pairing()) {
      case MATRIX, INDEPENDENT -> matrix(index);
      case LABELS -> {
        LabelledRows drawn = rows(index);
        float[] scores = critic.scores(drawn.rows(), Rows.identity(drawn.classes()));
        yield new LabelScores(scores, drawn.labels(), drawn.classes());
      }
      case SAME_LABEL -> {
        LabelledRows drawn = rows(index);
        float[] scores = critic.scores(drawn.rows(), drawn.rows());
        yield new SameLabelScores(scores, drawn.labels());
      }
    };
  }

  private ScoreMatrix matrix(int index) {
    Pairs drawn = source.pairs(sampling.split(), sampling.seedOf(index), sampling.batch());
    return new ScoreMatrix(critic.scores(drawn.x(), drawn.y()), drawn.count());
  }

  private LabelledRows rows(int index) {
    return draws().rows(sampling.split(), sampling.seedOf(index), sampling.batch());
  }

  private LabelledDraws draws() {
    return source
        .labelledDraws()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "data %s is paired by classes (%s) but draws none; use other data"
                        .formatted(source.spec(), source.pairing())));
  }

  /** Whether the source's y is a class. */
  static boolean ofClasses(PairSource source) {
    return source.pairing() == Pairing.LABELS;
  }
}
