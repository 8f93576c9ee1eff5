package org.steadymi.evaluator;

import java.util.List;
import org.steadymi.datasets.Rows;
import org.steadymi.savedmodels.proto.Manifest.Standardisation;

/** The part of standardisation that a model leaves to its caller: (value − mean) / scale. */
final class InputScaling {
  private final Standardisation constants;

  /** Does nothing where the constants are none, or are applied inside the model's graph. */
  InputScaling(Standardisation constants) {
    this.constants = constants.getInsideGraph() ? Standardisation.getDefaultInstance() : constants;
  }

  Rows x(Rows raw) {
    return scaled(raw, constants.getXMeanList(), constants.getXScaleList());
  }

  Rows y(Rows raw) {
    return scaled(raw, constants.getYMeanList(), constants.getYScaleList());
  }

  private static Rows scaled(Rows raw, List<Double> mean, List<Double> scale) {
    if (mean.isEmpty()) {
      return raw;
    }
    float[] values = new float[raw.values().length];
    for (int i = 0; i < values.length; i++) {
      int column = i % raw.width();
      values[i] = (float) ((raw.values()[i] - mean.get(column)) / scale.get(column));
    }
    return new Rows(values, raw.width());
  }
}
