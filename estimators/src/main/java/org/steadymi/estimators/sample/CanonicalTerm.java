package org.steadymi.estimators.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.steadymi.graphs.critics.AugmentedCritic;
import org.steadymi.graphs.critics.ParameterSpec;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/**
 * The log density ratio of a normal distribution by its canonical variates u and v, the first
 * columns of x and y: Σ_i −½ log(1 − ρ_i²) + (ρ_i u_i v_i − ½ ρ_i² (u_i² + v_i²)) / (1 − ρ_i²),
 * nats. Constants of the graph, nothing to learn.
 *
 * @param correlations ρ_i of u_i and v_i, each in (−1, 1)
 */
@SuppressWarnings("ArrayRecordComponent") // coefficients to read, never compared
record CanonicalTerm(double[] correlations) implements AugmentedCritic.Term {
  @Override
  public String kind() {
    return "canonical";
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of();
  }

  /** The same with every correlation that many times as large. */
  CanonicalTerm times(double factor) {
    return new CanonicalTerm(each(rho -> factor * rho));
  }

  @Override
  public Operand<TFloat32> aligned(Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> u = variates(tf, x);
    Operand<TFloat32> v = variates(tf, y);
    Operand<TFloat32> cross =
        tf.reduceSum(tf.math.mul(tf.math.mul(u, crossWeights(tf)), v), tf.constant(-1));
    return tf.math.add(cross, tf.math.add(level(tf), tf.math.add(own(tf, u), own(tf, v))));
  }

  @Override
  public Operand<TFloat32> allPairs(
      Ops tf, Parameters p, Operand<TFloat32> x, Operand<TFloat32> y) {
    Operand<TFloat32> u = variates(tf, x);
    Operand<TFloat32> v = variates(tf, y);
    Operand<TFloat32> cross =
        tf.linalg.matMul(tf.math.mul(u, crossWeights(tf)), v, MatMul.transposeB(true));
    Operand<TFloat32> ofRows =
        tf.math.add(
            tf.expandDims(own(tf, u), tf.constant(1)), tf.expandDims(own(tf, v), tf.constant(0)));
    return tf.math.add(cross, tf.math.add(level(tf), ofRows));
  }

  private Operand<TFloat32> variates(Ops tf, Operand<TFloat32> rows) {
    return tf.slice(
        rows, tf.constant(new int[] {0, 0}), tf.constant(new int[] {-1, correlations.length}));
  }

  private Operand<TFloat32> level(Ops tf) {
    return tf.constant((float) Arrays.stream(each(rho -> -Math.log1p(-rho * rho) / 2)).sum());
  }

  private Operand<TFloat32> crossWeights(Ops tf) {
    return Constants.row(tf, each(rho -> rho / (1 - rho * rho)));
  }

  /** −½ Σ_i ρ_i² u_i² / (1 − ρ_i²), [n]. */
  private Operand<TFloat32> own(Ops tf, Operand<TFloat32> variates) {
    Operand<TFloat32> weights = Constants.row(tf, each(rho -> -rho * rho / (1 - rho * rho) / 2));
    return tf.reduceSum(tf.math.mul(tf.math.square(variates), weights), tf.constant(-1));
  }

  private double[] each(DoubleUnaryOperator function) {
    return Arrays.stream(correlations).map(function).toArray();
  }
}
