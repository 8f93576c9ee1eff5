package org.steadymi.graphs.critics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Critics on the host, in double, as plain loops; concat sees the concatenation itself. */
final class HostCritic {
  private final Critic critic;
  private final Map<String, double[]> values = new HashMap<>();
  private final Map<String, ParameterSpec> specs = new HashMap<>();

  HostCritic(Critic critic, float[] vector) {
    this.critic = critic;
    int offset = 0;
    for (ParameterSpec spec : critic.parameters()) {
      double[] part = new double[spec.size()];
      for (int i = 0; i < part.length; i++) {
        part[i] = vector[offset++];
      }
      values.put(spec.name(), part);
      specs.put(spec.name(), spec);
    }
  }

  double[][] scoreMatrix(double[][] x, double[][] y) {
    double[][] t = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        t[i][j] = score(x[i], y[j]);
      }
    }
    return t;
  }

  double score(double[] x, double[] y) {
    return switch (critic.kind()) {
      case "bilinear" -> dot(affine("bilinear", x), y);
      case "separable" -> dot(mlp(xTower(), x), mlp(yTower(), y));
      case "label" -> dot(affine("classes", mlp("encoder", normalized(x))), y);
      case "inner-product" -> dot(mlp("encoder", normalized(x)), mlp("encoder", normalized(y)));
      case "concat" -> mlp("joint", concatenated(x, y))[0];
      default -> throw new AssertionError("write the critic '" + critic.kind() + "' on the host");
    };
  }

  String xTower() {
    return specs.containsKey("tower/0/kernel") ? "tower" : "x";
  }

  String yTower() {
    return specs.containsKey("tower/0/kernel") ? "tower" : "y";
  }

  double[] mlp(String name, double[] input) {
    double[] h = affine(name + "/0", input);
    for (int layer = 1; specs.containsKey(name + "/" + layer + "/kernel"); layer++) {
      for (int i = 0; i < h.length; i++) {
        h[i] = Math.max(0, h[i]);
      }
      h = affine(name + "/" + layer, h);
    }
    return h;
  }

  private double[] affine(String name, double[] input) {
    double[] kernel = values.get(name + "/kernel");
    double[] bias = values.get(name + "/bias");
    int out = (int) specs.get(name + "/kernel").shape().get(1);
    double[] result = bias == null ? new double[out] : bias.clone();
    for (int i = 0; i < input.length; i++) {
      for (int o = 0; o < out; o++) {
        result[o] += input[i] * kernel[i * out + o];
      }
    }
    return result;
  }

  private static double[] normalized(double[] x) {
    return Arrays.stream(x).map(v -> (v - 0.5) / 0.5).toArray();
  }

  private static double[] concatenated(double[] x, double[] y) {
    double[] both = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, both, x.length, y.length);
    return both;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
