package org.steadymi.graphs.critics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * All parameters of a critic one after the other in one vector. One variable instead of many makes
 * a training step cheaper: one read, one gradient, one update.
 */
public final class ParameterLayout {
  /** The most floats of a vector, which is an array. */
  public static final int MOST = Integer.MAX_VALUE - Long.BYTES;

  private final List<ParameterSpec> specs;
  private final Map<String, Integer> offsets = new HashMap<>();
  private final int size;

  /**
   * The layout of the given parameters, in their order.
   *
   * @throws IllegalArgumentException with one line, if two have one name, or they are too many for
   *     a vector
   */
  public ParameterLayout(List<ParameterSpec> specs) {
    this.specs = List.copyOf(specs);
    long all = specs.stream().mapToLong(spec -> spec.shape().size()).sum();
    if (all > MOST) {
      throw new IllegalArgumentException(
          "parameters: %d are more than one vector holds; make the critic smaller".formatted(all));
    }
    int end = 0;
    for (ParameterSpec spec : specs) {
      if (offsets.put(spec.name(), end) != null) {
        throw new IllegalArgumentException(
            "parameters: the name '" + spec.name() + "' is used twice");
      }
      end += spec.size();
    }
    this.size = end;
  }

  /** Length of the vector. */
  public int size() {
    return size;
  }

  /**
   * Uniform within each parameter's limits, drawn from the seed alone.
   *
   * @return [size]
   */
  public float[] initial(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (ParameterSpec spec : specs) {
      double limit = spec.limit();
      int offset = offsets.get(spec.name());
      for (int i = offset; i < offset + spec.size(); i++) {
        double deviation = limit > 0 ? random.nextDouble(-limit, limit) : 0;
        values[i] = (float) (spec.centre() + deviation);
      }
    }
    return values;
  }

  /**
   * Views of a vector [size], or of R of them, [R, size], by name and in the layout's order; each
   * is added to the graph once.
   */
  public Map<String, Operand<TFloat32>> views(Ops tf, Operand<TFloat32> vector) {
    Map<String, Operand<TFloat32>> views = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      views.put(spec.name(), view(tf, vector, spec));
    }
    return views;
  }

  /** The parameters that a gradient changes. */
  public List<ParameterSpec> trained() {
    return specs.stream().filter(ParameterSpec::trained).toList();
  }

  /** Where a parameter begins in the vector. */
  public int offset(String name) {
    Integer offset = offsets.get(name);
    if (offset == null) {
      throw new IllegalArgumentException("parameters: there is none of the name '" + name + "'");
    }
    return offset;
  }

  /** Number of floats of a parameter. */
  public int size(String name) {
    return specs.stream()
        .filter(spec -> spec.name().equals(name))
        .mapToInt(ParameterSpec::size)
        .sum();
  }

  /**
   * The reverse of {@link #views}: operands of the parameters' shapes, in the layout's order, as
   * one vector.
   */
  public Operand<TFloat32> join(Ops tf, List<Operand<TFloat32>> parts, boolean replicated) {
    int[] flat = replicated ? new int[] {(int) parts.get(0).shape().get(0), -1} : new int[] {-1};
    List<Operand<TFloat32>> rows = new ArrayList<>();
    parts.forEach(part -> rows.add(tf.reshape(part, tf.constant(flat))));
    return rows.size() == 1 // which concat refuses
        ? rows.get(0)
        : tf.concat(rows, tf.constant(flat.length - 1));
  }

  /**
   * The gradient of a scalar with respect to the whole vector: that of each view, joined, which
   * saves padding each of them to the vector's length; 0 for what no gradient changes.
   *
   * @param minimised shape []
   * @param views of the vector, as {@link #views} gave them, on which the scalar depends
   */
  @SuppressWarnings("unchecked") // a gradient has the type of what it is of
  public Operand<TFloat32> gradient(
      Ops tf, Operand<TFloat32> minimised, Map<String, Operand<TFloat32>> views) {
    List<String> trained = trained().stream().map(ParameterSpec::name).toList();
    Output<?>[] of =
        trained.stream().map(name -> views.get(name).asOutput()).toArray(Output<?>[]::new);
    Output<?>[] gradients = ((Graph) tf.scope().env()).addGradients(minimised.asOutput(), of);
    List<Operand<TFloat32>> parts = new ArrayList<>();
    views.forEach(
        (name, view) -> {
          int index = trained.indexOf(name);
          parts.add(
              index < 0 ? tf.zerosLike(view) : (Operand<TFloat32>) (Operand<?>) gradients[index]);
        });
    ParameterSpec first = specs.get(0);
    boolean replicated = views.get(first.name()).rank() > first.shape().numDimensions();
    return join(tf, parts, replicated);
  }

  /** The parts of a vector by name, in the layout's order. */
  public Map<ParameterSpec, float[]> split(float[] vector) {
    Map<ParameterSpec, float[]> parts = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      int offset = offsets.get(spec.name());
      parts.put(spec, Arrays.copyOfRange(vector, offset, offset + spec.size()));
    }
    return parts;
  }

  private Operand<TFloat32> view(Ops tf, Operand<TFloat32> vector, ParameterSpec spec) {
    int offset = offsets.get(spec.name());
    boolean replicated = vector.rank() == 2;
    int[] begin = replicated ? new int[] {0, offset} : new int[] {offset};
    int[] extent = replicated ? new int[] {-1, spec.size()} : new int[] {spec.size()};
    Operand<TFloat32> part = tf.slice(vector, tf.constant(begin), tf.constant(extent));
    Shape shape = replicated ? spec.shape().prepend(vector.shape().get(0)) : spec.shape();
    return shape.numDimensions() == begin.length ? part : tf.reshape(part, tf.constant(shape));
  }
}
