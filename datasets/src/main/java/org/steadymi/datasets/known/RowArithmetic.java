package org.steadymi.datasets.known;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.Erfc;

/** Arithmetic on the host: one row of doubles at a time. */
public final class RowArithmetic implements Arithmetic<double[]> {
  private static final double ROOT_OF_HALF = Math.sqrt(0.5);

  @Override
  public double[] constant(double... values) {
    return values.clone();
  }

  @Override
  public double[] add(double[] a, double[] b) {
    return combine(a, b, (s, t) -> s + t);
  }

  @Override
  public double[] sub(double[] a, double[] b) {
    return combine(a, b, (s, t) -> s - t);
  }

  @Override
  public double[] mul(double[] a, double[] b) {
    return combine(a, b, (s, t) -> s * t);
  }

  @Override
  public double[] div(double[] a, double[] b) {
    return combine(a, b, (s, t) -> s / t);
  }

  @Override
  public double[] abs(double[] a) {
    return each(a, Math::abs);
  }

  @Override
  public double[] sqrt(double[] a) {
    return each(a, Math::sqrt);
  }

  @Override
  public double[] sin(double[] a) {
    return each(a, StrictMath::sin);
  }

  @Override
  public double[] cos(double[] a) {
    return each(a, StrictMath::cos);
  }

  /** log(|a| + √(a² + 1)) with the sign of a, in the form that does not cancel at 0. */
  @Override
  public double[] asinh(double[] a) {
    return each(
        a,
        s -> {
          double t = Math.abs(s);
          double more = t + t * t / (1 + Math.hypot(t, 1));
          return Math.copySign(StrictMath.log1p(more), s);
        });
  }

  @Override
  public double[] normalCdf(double[] a) {
    return each(a, s -> 0.5 * Erfc.value(-s * ROOT_OF_HALF));
  }

  @Override
  public double[] choose(double[] condition, double[] positive, double[] otherwise) {
    double[] chosen = new double[condition.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = condition[i] > 0 ? positive[i] : otherwise[i];
    }
    return chosen;
  }

  @Override
  public double[] sum(double[] a) {
    double sum = 0;
    for (double value : a) {
      sum += value;
    }
    return new double[] {sum};
  }

  @Override
  public double[] part(double[] a, int from, int to) {
    return Arrays.copyOfRange(a, from, to);
  }

  @Override
  public double[] join(List<double[]> parts) {
    return parts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public int bits() {
    return 53;
  }

  private static double[] each(double[] a, DoubleUnaryOperator function) {
    double[] values = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      values[i] = function.applyAsDouble(a[i]);
    }
    return values;
  }

  private static double[] combine(double[] a, double[] b, DoubleBinaryOperator function) {
    double[] values = new double[Math.max(a.length, b.length)];
    for (int i = 0; i < values.length; i++) {
      double first = a.length == 1 ? a[0] : a[i];
      double second = b.length == 1 ? b[0] : b[i];
      values[i] = function.applyAsDouble(first, second);
    }
    return values;
  }
}
