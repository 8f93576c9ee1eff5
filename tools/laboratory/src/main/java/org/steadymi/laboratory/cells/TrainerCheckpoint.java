package org.steadymi.laboratory.cells;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.steadymi.estimators.Checkpoint;
import org.steadymi.estimators.ReplicaState;
import org.steadymi.estimators.TrainingState;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.State;

/**
 * What a trainer's training has given so far: all that it takes to go on.
 *
 * @param training its state, with the checkpoints that are selected so far
 * @param looks measurements so far
 */
record TrainerCheckpoint(TrainingState training, List<float[]> looks) {
  byte[] encode() {
    State loop = training.loop();
    int size = 2 * Integer.BYTES + FloatRows.size(loop.variables()) + FloatRows.size(looks);
    for (ReplicaState replica : training.replicas()) {
      size = Math.addExact(size, FloatRows.size(List.of(replica.curve().values())));
      size = Math.addExact(size, size(replica.selected()));
      size = Math.addExact(size, size(replica.selectedBefore()));
    }
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.putInt(loop.step());
    FloatRows.put(bytes, loop.variables());
    bytes.putInt(training.replicas().size());
    for (ReplicaState replica : training.replicas()) {
      FloatRows.put(bytes, List.of(replica.curve().values()));
      put(bytes, replica.selected());
      put(bytes, replica.selectedBefore());
    }
    FloatRows.put(bytes, looks);
    return bytes.array();
  }

  /** Reads what {@link #encode} wrote. */
  static TrainerCheckpoint decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    State loop = new State(bytes.getInt(), FloatRows.get(bytes));
    int count = bytes.getInt();
    List<ReplicaState> replicas = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      Curve curve = new Curve(0, FloatRows.get(bytes).get(0));
      replicas.add(new ReplicaState(curve, checkpoint(bytes), checkpoint(bytes)));
    }
    return new TrainerCheckpoint(new TrainingState(loop, replicas), FloatRows.get(bytes));
  }

  private static int size(Checkpoint checkpoint) {
    return Integer.BYTES + 3 * Double.BYTES + FloatRows.size(List.of(checkpoint.parameters()));
  }

  private static void put(ByteBuffer bytes, Checkpoint checkpoint) {
    bytes
        .putInt(checkpoint.step())
        .putDouble(checkpoint.objective())
        .putDouble(checkpoint.value())
        .putDouble(checkpoint.logMarginal());
    FloatRows.put(bytes, List.of(checkpoint.parameters()));
  }

  private static Checkpoint checkpoint(ByteBuffer bytes) {
    return new Checkpoint(
        bytes.getInt(),
        bytes.getDouble(),
        bytes.getDouble(),
        bytes.getDouble(),
        FloatRows.get(bytes).get(0));
  }
}
