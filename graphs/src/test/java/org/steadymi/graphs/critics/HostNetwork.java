package org.steadymi.graphs.critics;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Image encoders on the host, in double; learning or not. */
public final class HostNetwork {
  private final Map<String, double[]> values = new HashMap<>();
  private final Map<String, ParameterSpec> specs = new HashMap<>();
  private final boolean training;
  private final Map<String, double[]> batchMoments = new LinkedHashMap<>();

  /** A network of the given parameters, one after the other in a vector. */
  public HostNetwork(List<ParameterSpec> parameters, double[] vector, boolean training) {
    this.training = training;
    int offset = 0;
    for (ParameterSpec spec : parameters) {
      double[] part = new double[spec.size()];
      System.arraycopy(vector, offset, part, 0, part.length);
      offset += part.length;
      values.put(spec.name(), part);
      specs.put(spec.name(), spec);
    }
  }

  /** What the remembered parameters saw of the batch: mean, and variance without bias. */
  public Map<String, double[]> batchMoments() {
    return batchMoments;
  }

  /** Features of images of rows in [0, 1]. */
  public double[][] smallCnn(double[][] rows, ImageSize size) {
    HostImages h = images(rows, size);
    for (int i = 0; specs.containsKey("encoder/" + i + "/0/conv/kernel"); i++) {
      h = convNorm("encoder/" + i + "/0", h, 2).relu();
      h = convNorm("encoder/" + i + "/1", h, 1).relu();
    }
    return affine("encoder/last", h.meanOverSpace());
  }

  double[][] resNet18(double[][] rows, ImageSize size, boolean imagenet) {
    HostImages h = images(rows, size);
    if (imagenet) {
      h = convNorm("encoder/stem", h.resized(224, 224), 2).relu().maxPool(3, 2);
    } else {
      h = convNorm("encoder/stem", h, 1).relu();
    }
    for (int stage = 0; stage < 4; stage++) {
      h = residualBlock("encoder/" + stage + "/0", h, stage == 0 ? 1 : 2);
      h = residualBlock("encoder/" + stage + "/1", h, 1);
    }
    return affine("encoder/last", h.meanOverSpace());
  }

  HostImages residualBlock(String name, HostImages x, int stride) {
    HostImages h = convNorm(name + "/first", x, stride).relu();
    HostImages residual = convNorm(name + "/second", h, 1);
    boolean projected = specs.containsKey(name + "/shortcut/conv/kernel");
    return residual.plus(projected ? convNorm(name + "/shortcut", x, stride) : x).relu();
  }

  HostImages convNorm(String name, HostImages x, int stride) {
    return batchNorm(name + "/norm", conv(name + "/conv", x, stride));
  }

  HostImages conv(String name, HostImages x, int stride) {
    ParameterSpec kernel = specs.get(name + "/kernel");
    int size = (int) kernel.shape().get(0);
    int out = (int) kernel.shape().get(3);
    return x.conv(values.get(kernel.name()), size, out, stride);
  }

  HostImages batchNorm(String name, HostImages x) {
    double[] mean = values.get(name + "/mean");
    double[] variance = values.get(name + "/variance");
    if (training) {
      mean = x.mean();
      variance = x.variance();
      double[] unbiased = variance.clone();
      for (int k = 0; k < unbiased.length; k++) {
        unbiased[k] *= x.count() / (x.count() - 1.0);
      }
      batchMoments.put(name + "/mean", mean);
      batchMoments.put(name + "/variance", unbiased);
    }
    return x.normalized(values.get(name + "/gamma"), values.get(name + "/beta"), mean, variance);
  }

  double[][] affine(String name, double[][] x) {
    double[] kernel = values.get(name + "/kernel");
    double[] bias = values.get(name + "/bias");
    double[][] result = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      result[i] = bias.clone();
      for (int k = 0; k < x[i].length; k++) {
        for (int o = 0; o < bias.length; o++) {
          result[i][o] += x[i][k] * kernel[k * bias.length + o];
        }
      }
    }
    return result;
  }

  static HostImages images(double[][] rows, ImageSize size) {
    double[] values = new double[rows.length * size.values()];
    for (int j = 0; j < values.length; j++) {
      values[j] = (rows[j / size.values()][j % size.values()] - 0.5) / 0.5;
    }
    return new HostImages(rows.length, size.height(), size.width(), size.channels(), values);
  }
}
