package org.steadymi.graphs.critics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Parameters of a critic that learns, or does not, and what it remembers. */
final class TestParameters implements Parameters {
  private final Map<String, Operand<TFloat32>> views;
  private final boolean training;
  final Map<String, Operand<TFloat32>> remembered = new LinkedHashMap<>();

  TestParameters(Ops tf, List<ParameterSpec> specs, Operand<TFloat32> vector, boolean training) {
    this.views = new ParameterLayout(specs).views(tf, vector);
    this.training = training;
  }

  @Override
  public Operand<TFloat32> get(String name) {
    return views.get(name);
  }

  @Override
  public boolean training() {
    return training;
  }

  @Override
  public void remember(String name, Operand<TFloat32> next) {
    if (!training || remembered.put(name, next) != null) {
      throw new IllegalStateException(name);
    }
  }
}
