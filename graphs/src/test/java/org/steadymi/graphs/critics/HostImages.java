package org.steadymi.graphs.critics;

import java.util.Arrays;

/** Images on the host, in double, and what networks do to them, as plain loops. */
final class HostImages {
  private final int n;
  private final int height;
  private final int width;
  private final int channels;
  private final double[] v;

  /** n · height · width · channels values, row-major. */
  HostImages(int n, int height, int width, int channels, double[] v) {
    this.n = n;
    this.height = height;
    this.width = width;
    this.channels = channels;
    this.v = v;
  }

  double[] v() {
    return v;
  }

  double at(int image, int row, int column, int channel) {
    return v[((image * height + row) * width + column) * channels + channel];
  }

  /** A value, and 0 outside the image. */
  private double padded(int image, int row, int column, int channel) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? at(image, row, column, channel) : 0;
  }

  /**
   * A convolution with a kernel [size, size, in, out]. Of the padding that ⌈side/stride⌉ values
   * need, the smaller half lies above and on the left.
   */
  HostImages conv(double[] kernel, int size, int out, int stride) {
    HostImages result = blank((height - 1) / stride + 1, (width - 1) / stride + 1, out);
    int top = paddingBefore(height, size, stride);
    int left = paddingBefore(width, size, stride);
    result.fill(
        (i, r, c, o) -> {
          double sum = 0;
          for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
              for (int k = 0; k < channels; k++) {
                double w = kernel[((a * size + b) * channels + k) * out + o];
                sum += w * padded(i, r * stride + a - top, c * stride + b - left, k);
              }
            }
          }
          return sum;
        });
    return result;
  }

  /** The largest of size² values; what lies outside is none of them. */
  HostImages maxPool(int size, int stride) {
    HostImages result = blank((height - 1) / stride + 1, (width - 1) / stride + 1, channels);
    int top = paddingBefore(height, size, stride);
    int left = paddingBefore(width, size, stride);
    result.fill(
        (i, r, c, k) -> {
          double max = Double.NEGATIVE_INFINITY;
          for (int row = r * stride - top; row < r * stride - top + size; row++) {
            for (int column = c * stride - left; column < c * stride - left + size; column++) {
              if (row >= 0 && row < height && column >= 0 && column < width) {
                max = Math.max(max, at(i, row, column, k));
              }
            }
          }
          return max;
        });
    return result;
  }

  /** Another size, linear between the centres of the pixels and constant beyond the outermost. */
  HostImages resized(int newHeight, int newWidth) {
    HostImages result = blank(newHeight, newWidth, channels);
    result.fill(
        (i, r, c, k) -> {
          double y = (r + 0.5) * height / newHeight - 0.5;
          double x = (c + 0.5) * width / newWidth - 0.5;
          int row = (int) Math.floor(y);
          int column = (int) Math.floor(x);
          double above = between(i, row, column, k, x - column);
          double below = between(i, row + 1, column, k, x - column);
          return above + (y - row) * (below - above);
        });
    return result;
  }

  private double between(int i, int row, int column, int k, double weight) {
    int r = Math.max(0, Math.min(height - 1, row));
    double left = at(i, r, Math.max(0, column), k);
    double right = at(i, r, Math.min(width - 1, column + 1), k);
    return left + weight * (right - left);
  }

  /** γ (x − μ) / √(σ² + 1e-5) + β. */
  HostImages normalized(double[] gamma, double[] beta, double[] mean, double[] variance) {
    HostImages result = blank(height, width, channels);
    result.fill(
        (i, r, c, k) ->
            gamma[k] * (at(i, r, c, k) - mean[k]) / Math.sqrt(variance[k] + 1e-5) + beta[k]);
    return result;
  }

  /** Means over rows and space. */
  double[] mean() {
    double[] mean = new double[channels];
    for (int j = 0; j < v.length; j++) {
      mean[j % channels] += v[j] / count();
    }
    return mean;
  }

  /** Mean squared deviations from {@link #mean}. */
  double[] variance() {
    double[] mean = mean();
    double[] variance = new double[channels];
    for (int j = 0; j < v.length; j++) {
      variance[j % channels] += Math.pow(v[j] - mean[j % channels], 2) / count();
    }
    return variance;
  }

  /** Values of a channel. */
  int count() {
    return n * height * width;
  }

  HostImages relu() {
    return new HostImages(
        n, height, width, channels, Arrays.stream(v).map(x -> Math.max(0, x)).toArray());
  }

  HostImages plus(HostImages other) {
    double[] sum = v.clone();
    Arrays.setAll(sum, j -> v[j] + other.v[j]);
    return new HostImages(n, height, width, channels, sum);
  }

  /** [n, channels]. */
  double[][] meanOverSpace() {
    double[][] mean = new double[n][channels];
    for (int j = 0; j < v.length; j++) {
      mean[j / (height * width * channels)][j % channels] += v[j] / (height * width);
    }
    return mean;
  }

  private static int paddingBefore(int side, int size, int stride) {
    int covered = (side - 1) / stride * stride + size;
    return Math.max(0, covered - side) / 2;
  }

  private HostImages blank(int newHeight, int newWidth, int newChannels) {
    return new HostImages(
        n, newHeight, newWidth, newChannels, new double[n * newHeight * newWidth * newChannels]);
  }

  private interface Value {
    double at(int image, int row, int column, int channel);
  }

  private void fill(Value value) {
    int j = 0;
    for (int i = 0; i < n; i++) {
      for (int r = 0; r < height; r++) {
        for (int c = 0; c < width; c++) {
          for (int k = 0; k < channels; k++) {
            v[j++] = value.at(i, r, c, k);
          }
        }
      }
    }
  }
}
