package org.steadymi.laboratory.images;

import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.SpecException;

/** The two benchmarks of Choi and Lee 2022, arXiv:2011.07932, sec. 5. */
enum ImageTask {
  /** An image and its label. */
  SUPERVISED("supervised", "label with the largest score"),
  /** Two images of one class. */
  CONTRASTIVE("contrastive", "nearest training image by dot product");

  private final String pairs;
  private final String classifier;

  ImageTask(String pairs, String classifier) {
    this.pairs = pairs;
    this.classifier = classifier;
  }

  /** As {@code pairs=} of the data says it. */
  String pairs() {
    return pairs;
  }

  /** What its accuracy is the accuracy of. */
  String classifier() {
    return classifier;
  }

  /**
   * Labelled images, paired for this task.
   *
   * @throws SpecException with one line, if there are no such images
   */
  PairSource open(String data) {
    Spec spec = Spec.parse(data);
    if (spec.has("pairs")) {
      throw new SpecException(
          "--data: this study chooses pairs itself, found '%s'".formatted(data));
    }
    PairSource source = PairSources.parse(spec.with("pairs", pairs).toString());
    if (source.labelledDraws().isEmpty() || source.imageShape().isEmpty()) {
      throw new SpecException(
          "--data: expected labelled images such as digits or cifar10, found '%s'".formatted(data));
    }
    return source;
  }
}
