package org.steadymi.graphs.losses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Scores on the host, in double.
 *
 * @param joint scores of joint pairs
 * @param marginal scores of marginal pairs
 * @param rows what each x is compared with: the square matrix both come from, the scores against
 *     all classes, or those of the other rows; empty where they were drawn apart
 * @param weights how often each row counts in a mean over rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HostScores(double[] joint, double[] marginal, double[][] rows, double[] weights) {
  /** Row = x, column = y: the diagonal is joint, the rest marginal. */
  public static HostScores matrix(double[][] t) {
    int k = t.length;
    double[] joint = new double[k];
    double[] marginal = new double[k * (k - 1)];
    int next = 0;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i == j) {
          joint[i] = t[i][j];
        } else {
          marginal[next++] = t[i][j];
        }
      }
    }
    return new HostScores(joint, marginal, t, ones(k));
  }

  public static HostScores separate(double[] joint, double[] marginal) {
    return new HostScores(joint, marginal, new double[0][], new double[0]);
  }

  /** Row = x, column = class: each row's own class is joint, all are marginal. */
  public static HostScores labelled(double[][] t, int[] labels) {
    double[] joint = IntStream.range(0, t.length).mapToDouble(i -> t[i][labels[i]]).toArray();
    double[] marginal = Arrays.stream(t).flatMapToDouble(Arrays::stream).toArray();
    return new HostScores(joint, marginal, t, ones(t.length));
  }

  /** Row = x, column = another x: those of one class are joint, all but the diagonal marginal. */
  public static HostScores sameLabel(double[][] t, int[] labels) {
    int k = t.length;
    DoubleStream.Builder joint = DoubleStream.builder();
    double[][] rows = new double[k][k - 1];
    double[] positives = new double[k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        if (i != j) {
          rows[i][j < i ? j : j - 1] = t[i][j];
        }
        if (i != j && labels[i] == labels[j]) {
          joint.add(t[i][j]);
          positives[i]++;
        }
      }
    }
    double[] marginal = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    return new HostScores(joint.build().toArray(), marginal, rows, positives);
  }

  /** A K×K matrix, uniform in ±range, each entry exactly a float. */
  public static double[][] random(int k, double range, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] t = new double[k][k];
    for (double[] row : t) {
      Arrays.setAll(row, j -> (float) random.nextDouble(-range, range));
    }
    return t;
  }

  public HostScores map(DoubleUnaryOperator f) {
    List<double[]> mapped = new ArrayList<>();
    for (double[] row : rows) {
      mapped.add(Arrays.stream(row).map(f).toArray());
    }
    return new HostScores(
        Arrays.stream(joint).map(f).toArray(),
        Arrays.stream(marginal).map(f).toArray(),
        mapped.toArray(double[][]::new),
        weights);
  }

  public HostScores shifted(double c) {
    return map(t -> t + c);
  }

  public HostScores clipped(double limit) {
    return map(t -> Math.max(-limit, Math.min(limit, t)));
  }

  public double meanJoint() {
    return mean(joint);
  }

  public double meanMarginal() {
    return mean(marginal);
  }

  public double logMeanExpMarginal() {
    return logMeanExp(marginal);
  }

  public double meanRowLogMeanExp() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += weights[i] * logMeanExp(rows[i]);
    }
    return sum / Arrays.stream(weights).sum();
  }

  /** The largest score of a marginal pair. */
  public double maxMarginal() {
    return Arrays.stream(marginal).max().orElseThrow();
  }

  /** log mean_{l≠j} e^{t_li} at [j][i]. */
  public double[][] leaveOneOut() {
    int k = rows.length;
    double[][] without = new double[k][k];
    for (int j = 0; j < k; j++) {
      for (int i = 0; i < k; i++) {
        double[] others = new double[k - 1];
        for (int l = 0, next = 0; l < k; l++) {
          if (l != j) {
            others[next++] = rows[l][i];
          }
        }
        without[j][i] = logMeanExp(others);
      }
    }
    return without;
  }

  public HostScores transposed() {
    int k = rows.length;
    double[][] t = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        t[j][i] = rows[i][j];
      }
    }
    return matrix(t);
  }

  public double maxAbs() {
    double max = 0;
    for (double t : joint) {
      max = Math.max(max, Math.abs(t));
    }
    for (double t : marginal) {
      max = Math.max(max, Math.abs(t));
    }
    return max;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum / values.length;
  }

  private static double logMeanExp(double[] values) {
    double top = Double.NEGATIVE_INFINITY;
    for (double v : values) {
      top = Math.max(top, v);
    }
    double sum = 0;
    for (double v : values) {
      sum += Math.exp(v - top);
    }
    return top + Math.log(sum / values.length);
  }
}
