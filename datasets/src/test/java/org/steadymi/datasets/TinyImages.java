package org.steadymi.datasets;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/** Images of one pixel, whose value is the number of the image, for draws that tell which it is. */
final class TinyImages {
  private static final int WHITE = 255;

  private TinyImages() {}

  /** An image for each label, numbered from {@code first}. */
  static ImageSet of(int first, int classes, int... labels) {
    byte[] pixels = new byte[labels.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (first + i);
    }
    return new ImageSet(new ImageShape(1, 1, 1), pixels, labels, classes, WHITE);
  }

  /** So many images of each class, in turns: 0, 1, …, 0, 1, …. */
  static ImageSet inTurns(int classes, int each) {
    int[] labels = new int[classes * each];
    Arrays.setAll(labels, i -> i % classes);
    return of(0, classes, labels);
  }

  /** The numbers of the images. */
  static int[] numbers(Rows images) {
    int[] numbers = new int[images.count()];
    Arrays.setAll(numbers, i -> Math.round(images.at(i, 0) * WHITE));
    return numbers;
  }

  /** Which column of each one-hot row is 1. */
  static int[] labels(Rows oneHot) {
    int[] labels = new int[oneHot.count()];
    for (int i = 0; i < labels.length; i++) {
      float sum = 0;
      for (int c = 0; c < oneHot.width(); c++) {
        labels[i] = oneHot.at(i, c) == 1 ? c : labels[i];
        sum += oneHot.at(i, c);
      }
      if (sum != 1 || oneHot.at(i, labels[i]) != 1) {
        throw new AssertionError("row " + i + " is not one-hot");
      }
    }
    return labels;
  }

  /** The same images, unchanged, as every split. */
  static ImageDraws draws(ImageSet images, boolean joint) {
    Map<Split, ImageTable> tables = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      tables.put(split, new ImageTable(images, Augmentation.NONE));
    }
    return new ImageDraws(tables, joint);
  }

  /** Rows and their one-hot labels as pairs, to be drawn by {@link GraphDraws}. */
  record AsPairs(LabelledSampler sampler) implements GraphSampler {
    @Override
    public List<TType> tables() {
      return sampler.tables();
    }

    @Override
    public GraphPairs draw(
        Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
      LabelledSampler.Batch batch = sampler.draw(tf, tables, random, lead);
      return new GraphPairs(batch.rows(), batch.labels());
    }
  }
}
