package org.steadymi.graphs.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.steadymi.graphs.critics.Parameters;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** The parameters as one step sees them, and what it leaves to the next. */
final class StepParameters implements Parameters {
  private final Map<String, Operand<TFloat32>> views;
  private final boolean training;
  private final Map<String, Operand<TFloat32>> remembered = new LinkedHashMap<>();

  /** Parameters by name, of a step that learns or only measures. */
  StepParameters(Map<String, Operand<TFloat32>> views, boolean training) {
    this.views = views;
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
    if (!training) {
      Parameters.super.remember(name, next);
    }
    if (remembered.put(name, next) != null) {
      throw new IllegalStateException(
          "parameters: '"
              + name
              + "' is remembered twice in one step; score a batch that learns once");
    }
  }

  /** What was remembered, by name. */
  Map<String, Operand<TFloat32>> remembered() {
    return remembered;
  }
}
