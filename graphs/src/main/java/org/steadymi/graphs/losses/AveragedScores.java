package org.steadymi.graphs.losses;

import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** A batch, and what training remembers of those before it. */
record AveragedScores(Scores batch, Operand<TFloat32> logAverage) implements Scores {
  @Override
  public Layout layout() {
    return batch.layout();
  }

  @Override
  public Scores map(UnaryOperator<Operand<TFloat32>> f) {
    return batch.map(f).withLogAverage(logAverage);
  }

  @Override
  public Operand<TFloat32> meanJoint(Ops tf) {
    return batch.meanJoint(tf);
  }

  @Override
  public Operand<TFloat32> meanMarginal(Ops tf) {
    return batch.meanMarginal(tf);
  }

  @Override
  public Operand<TFloat32> logMeanExpMarginal(Ops tf) {
    return batch.logMeanExpMarginal(tf);
  }

  @Override
  public Operand<TFloat32> meanRowLogMeanExp(Ops tf) {
    return batch.meanRowLogMeanExp(tf);
  }

  @Override
  public Scores transposed(Ops tf) {
    return batch.transposed(tf).withLogAverage(logAverage);
  }

  @Override
  public Scores leaveOneOut(Ops tf) {
    return batch.leaveOneOut(tf).withLogAverage(logAverage);
  }

  @Override
  public Operand<TFloat32> maxMarginal(Ops tf) {
    return batch.maxMarginal(tf);
  }

  @Override
  public Operand<TFloat32> maxAbs(Ops tf) {
    return batch.maxAbs(tf);
  }
}
