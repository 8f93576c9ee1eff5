package org.steadymi.benchmarks.models;

import java.util.Random;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.evaluator.probe.LabelledSplits;

/**
 * Labelled rows like those of an encoder: correlated, many of their values zero, classes that
 * overlap. A row is ReLU(A (centre of its class + noise) + b) with noise of its own on every value
 * and fixed normal numbers in A, b and the centres.
 */
final class SyntheticFeatures {
  static final int WIDTH = 512;
  static final int CLASSES = 10;

  /** Rows of the report split, and of the selection split, for each of the training split. */
  private static final int SHARE = 5;

  private static final int LATENT = 64;
  private static final double DISTANCE = 0.4;
  private static final double NOISE = 0.1;

  private final double[] mixing = new double[LATENT * WIDTH];
  private final double[] bias = new double[WIDTH];
  private final double[] centres = new double[CLASSES * LATENT];

  private SyntheticFeatures() {
    Random random = new Random(1);
    fill(mixing, random, 1 / Math.sqrt(LATENT));
    fill(bias, random, 0.5);
    fill(centres, random, DISTANCE);
  }

  private static void fill(double[] values, Random random, double scale) {
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * random.nextGaussian();
    }
  }

  /** So many rows to learn from, a fifth of them to choose on and another fifth to report on. */
  static LabelledSplits of(int trainingRows) {
    SyntheticFeatures features = new SyntheticFeatures();
    int fewer = Math.max(CLASSES, trainingRows / SHARE);
    return new LabelledSplits(
        features.rows(trainingRows, 2), features.rows(fewer, 3), features.rows(fewer, 4));
  }

  private LabelledRows rows(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count * WIDTH];
    int[] labels = new int[count];
    double[] row = new double[WIDTH];
    for (int i = 0; i < count; i++) {
      labels[i] = i % CLASSES;
      mix(labels[i], random, row);
      for (int k = 0; k < WIDTH; k++) {
        values[i * WIDTH + k] = (float) Math.max(0, row[k] + NOISE * random.nextGaussian());
      }
    }
    return new LabelledRows(new Rows(values, WIDTH), labels, CLASSES);
  }

  private void mix(int label, Random random, double[] row) {
    System.arraycopy(bias, 0, row, 0, WIDTH);
    for (int l = 0; l < LATENT; l++) {
      double latent = centres[label * LATENT + l] + random.nextGaussian();
      for (int k = 0; k < WIDTH; k++) {
        row[k] += latent * mixing[l * WIDTH + k];
      }
    }
  }
}
