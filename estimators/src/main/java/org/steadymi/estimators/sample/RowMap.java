package org.steadymi.estimators.sample;

import java.util.List;
import org.steadymi.estimators.baselines.Points;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A map of rows of one variable. What it knows of the data it was given when it was fitted; it acts
 * on rows in memory and, in an exported critic, in a graph.
 */
interface RowMap {
  /** Numbers of a row that goes in. */
  int inputs();

  /** Numbers of a row that comes out. */
  int outputs();

  /** The map of each row, [n, inputs] to [n, outputs]. */
  Points of(Points rows);

  /** The same in a graph. */
  Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows);

  /** This map, and another on what comes out. */
  default RowMap then(RowMap next) {
    return new Chain(this, next);
  }

  /** The numbers of this map and then those of another on the same rows. */
  default RowMap beside(RowMap other) {
    return new Joined(this, other);
  }

  /** One map after the other. */
  record Chain(RowMap first, RowMap second) implements RowMap {
    /** Checks that they fit. */
    public Chain {
      if (first.outputs() != second.inputs()) {
        throw new IllegalArgumentException(
            "row map: expected %d numbers, found %d".formatted(second.inputs(), first.outputs()));
      }
    }

    @Override
    public int inputs() {
      return first.inputs();
    }

    @Override
    public int outputs() {
      return second.outputs();
    }

    @Override
    public Points of(Points rows) {
      return second.of(first.of(rows));
    }

    @Override
    public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
      return second.of(tf, first.of(tf, rows));
    }
  }

  /** Two maps side by side. */
  record Joined(RowMap left, RowMap right) implements RowMap {
    /** Checks that they take the same rows. */
    public Joined {
      if (left.inputs() != right.inputs()) {
        throw new IllegalArgumentException(
            "row map: expected rows of %d, found %d".formatted(left.inputs(), right.inputs()));
      }
    }

    @Override
    public int inputs() {
      return left.inputs();
    }

    @Override
    public int outputs() {
      return left.outputs() + right.outputs();
    }

    @Override
    public Points of(Points rows) {
      return left.of(rows).beside(right.of(rows));
    }

    @Override
    public Operand<TFloat32> of(Ops tf, Operand<TFloat32> rows) {
      return tf.concat(List.of(left.of(tf, rows), right.of(tf, rows)), tf.constant(-1));
    }
  }
}
