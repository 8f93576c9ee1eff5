package org.steadymi.laboratory.images;

import java.util.regex.Pattern;
import org.steadymi.datasets.PairSource;
import org.steadymi.datasets.PairSources;
import org.steadymi.datasets.SpecException;
import org.steadymi.graphs.losses.Layout;

/** The two benchmarks of Choi and Lee 2022, arXiv:2011.07932, sec. 5. */
enum ImageTask {
  /** An image and its label. */
  SUPERVISED("supervised", Layout.LABELS, "label with the largest score"),
  /** Two images of one class. */
  CONTRASTIVE("contrastive", Layout.SAME_LABEL, "nearest training image by dot product");

  private static final Pattern PAIRS_GIVEN = Pattern.compile("[:,]\\s*pairs\\s*=");

  private final String pairs;
  private final Layout layout;
  private final String classifier;

  ImageTask(String pairs, Layout layout, String classifier) {
    this.pairs = pairs;
    this.layout = layout;
    this.classifier = classifier;
  }

  /** As {@code pairs=} of the data says it. */
  String pairs() {
    return pairs;
  }

  /** Where scores of a batch stand. */
  Layout layout() {
    return layout;
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
    if (PAIRS_GIVEN.matcher(data).find()) {
      throw new SpecException(
          "--data: this study chooses pairs itself, found '%s'".formatted(data));
    }
    String paired = data + (data.indexOf(':') < 0 ? ":" : ",") + "pairs=" + pairs;
    try {
      return PairSources.parse(paired);
    } catch (SpecException refused) {
      if (PairSources.parse(data).imageShape().isPresent()) { // refuses what is wrong without pairs
        throw refused;
      }
      throw new SpecException(
          "--data: expected labelled images such as digits or cifar10, found '%s'".formatted(data));
    }
  }
}
