package org.steadymi.laboratory.cells;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
      if (finite(curves.get(r))) {
        Curve more = next.get(r);
        int good = more.firstNonFinite();
        curves.set(r, curves.get(r).then(good < more.steps() ? more.first(good + 1) : more));
      }
    }
  }

  /** Whether no replica is finite any more. */
  boolean exploded() {
    return curves.stream().noneMatch(TrainingCheckpoint::finite);
  }

  /** Looks at the last step alone: a curve ends with the first step that is not finite. */
  private static boolean finite(Curve curve) {
    return curve.steps() == 0 || curve.finiteAt(curve.steps() - 1);
  }

  byte[] encode(State state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(state.step());
      write(out, state.variables());
      write(out, curves.stream().map(Curve::values).toList());
      write(out, probes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #encode} wrote and sets the loop to the state in it. */
  static TrainingCheckpoint decode(byte[] bytes, TrainingLoop loop) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      loop.restore(new State(in.readInt(), read(in)));
      List<Curve> curves = new ArrayList<>();
      read(in).forEach(values -> curves.add(new Curve(0, values)));
      return new TrainingCheckpoint(curves, read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, List<float[]> rows) throws IOException {
    out.writeInt(rows.size());
    for (float[] row : rows) {
      out.writeInt(row.length);
      for (float value : row) {
        out.writeFloat(value);
      }
    }
  }

  private static List<float[]> read(DataInputStream in) throws IOException {
    List<float[]> rows = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      float[] row = new float[in.readInt()];
      for (int j = 0; j < row.length; j++) {
        row[j] = in.readFloat();
      }
      rows.add(row);
    }
    return rows;
  }
}
