package org.steadymi.laboratory.images;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.Sampling;

/**
 * How many images of a split looks, evaluations and pictures draw: a number of their own, or as
 * many as {@code train=}, {@code selection=} and {@code test=} leave in it.
 *
 * @param data what they are drawn from, in its canonical form
 */
record ImageSamples(Spec data) {
  private static final int QUERIES = 500;
  private static final int NEIGHBOURS = 1000;
  private static final int SHOWN = 600;
  private static final int SCORED = 100;
  private static final int SELECTION_BATCHES = 32;

  static ImageSamples of(PairSource data) {
    return new ImageSamples(Spec.parse(data.spec()));
  }

  /** Images of the report split that a glance classifies. */
  int queries() {
    return atMost(QUERIES, Split.REPORT);
  }

  /** Images of the train split that are looked among for neighbours. */
  int neighbours() {
    return atMost(NEIGHBOURS, Split.TRAIN);
  }

  /** Images of the report split whose features are drawn. */
  int shown() {
    return atMost(SHOWN, Split.REPORT);
  }

  /** Images of the report split whose scores are drawn. */
  int scored() {
    return atMost(SCORED, Split.REPORT);
  }

  /** Batches of that size that a look at the selection split is at. */
  int selectionBatches(int batch) {
    return Math.max(1, atMost(SELECTION_BATCHES * batch, Split.SELECTION) / batch);
  }

  /** What the evaluator scores, in batches of that size, of which there is one at least. */
  Sampling evaluated(Split split, int batch) {
    int rows = Math.max(batch, atMost(Sampling.DEFAULT.pairs(), split));
    return new Sampling(split, rows, batch, Sampling.DEFAULT.seed());
  }

  private int atMost(int count, Split split) {
    String limit =
        switch (split) {
          case TRAIN -> "train";
          case SELECTION -> "selection";
          case REPORT -> "test";
        };
    return Math.min(count, data.integer(limit, count, 1));
  }
}
