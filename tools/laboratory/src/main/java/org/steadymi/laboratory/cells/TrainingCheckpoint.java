package org.steadymi.laboratory.cells;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.State;
import org.steadymi.graphs.training.TrainingLoop;

/**
 * What a training has given so far; with the loop's state it is all that it takes to go on.
 *
 * @param curves one per replica, cut after the first step that is not finite
 * @param probes measurements so far
 */
record TrainingCheckpoint(List<Curve> curves, List<float[]> probes) {
  static TrainingCheckpoint start(int replicas) {
    List<Curve> curves = new ArrayList<>();
    for (int r = 0; r < replicas; r++) {
      curves.add(new Curve(0, new float[0]));
    }
    return new TrainingCheckpoint(curves, new ArrayList<>());
  }

  /** Adds the next steps to the curves that are still finite. */
  void extend(List<Curve> next) {
    for (int r = 0; r < curves.size(); r++) {
      curves.set(r, curves.get(r).thenWhileFinite(next.get(r)));
    }
  }

  /** Whether no replica is finite any more. */
  boolean exploded() {
    return curves.stream().noneMatch(Curve::endsFinite);
  }

  byte[] encode(State state) {
    List<float[]> values = curves.stream().map(Curve::values).toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(
            Integer.BYTES
                + FloatRows.size(state.variables())
                + FloatRows.size(values)
                + FloatRows.size(probes));
    bytes.putInt(state.step());
    FloatRows.put(bytes, state.variables());
    FloatRows.put(bytes, values);
    FloatRows.put(bytes, probes);
    return bytes.array();
  }

  /** Reads what {@link #encode} wrote and sets the loop to the state in it. */
  static TrainingCheckpoint decode(byte[] encoded, TrainingLoop loop) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    loop.restore(new State(bytes.getInt(), FloatRows.get(bytes)));
    List<Curve> curves = new ArrayList<>();
    FloatRows.get(bytes).forEach(values -> curves.add(new Curve(0, values)));
    return new TrainingCheckpoint(curves, FloatRows.get(bytes));
  }
}
