package org.steadymi.datasets;

import java.util.EnumMap;
import java.util.Map;

/**
 * The images of a set in three disjoint parts.
 *
 * @param train what critics learn on
 * @param selection what they are chosen on
 * @param report what they are reported on
 */
record ImageSplits(ImageSet train, ImageSet selection, ImageSet report) {
  /** Cuts 60, 20 and 20 per cent of every class, for a set without official parts. */
  static ImageSplits ofOne(ImageSet all, long seed) {
    int[][] parts = StratifiedCut.of(all, seed, 0.6, 0.2, 1);
    return new ImageSplits(all.select(parts[0]), all.select(parts[1]), all.select(parts[2]));
  }

  /**
   * How many images a split has at most, as many of each class as its share is.
   *
   * @param train of what the selection split leaves
   * @param selection of a tenth of the official training part
   * @param report of the official test part
   */
  record Limits(int train, int selection, int report) {}

  /**
   * The official test part is the report split; the official training part is cut into selection, a
   * tenth of every class, and train. A limit of one split changes no other.
   */
  static ImageSplits ofOfficial(ImageSet train, ImageSet test, long seed, Limits limits) {
    double share = Math.min(1, (double) limits.train() / train.count());
    int[][] parts = StratifiedCut.of(train, seed, 0.1, share);
    return new ImageSplits(
        train.select(parts[1]),
        fewer(train.select(parts[0]), seed, limits.selection()),
        fewer(test, seed, limits.report()));
  }

  private static ImageSet fewer(ImageSet images, long seed, int limit) {
    return limit >= images.count()
        ? images
        : images.select(StratifiedCut.of(images, seed, (double) limit / images.count())[0]);
  }

  ImageSet of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case SELECTION -> selection;
      case REPORT -> report;
    };
  }

  /** What each split draws from; the images of the train split change at random. */
  Map<Split, ImageTable> tables(Augmentation augmentation) {
    Map<Split, ImageTable> tables = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      Augmentation changes = split == Split.TRAIN ? augmentation : Augmentation.NONE;
      tables.put(split, new ImageTable(of(split), changes));
    }
    return tables;
  }

  /** How often each class occurs in all splits together, [classes], summing to 1. */
  double[] frequencies() {
    double[] frequencies = new double[train.classes()];
    double total = (double) train.count() + selection.count() + report.count();
    for (Split split : Split.values()) {
      for (int label : of(split).labels()) {
        frequencies[label] += 1 / total;
      }
    }
    return frequencies;
  }
}
