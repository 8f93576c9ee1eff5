package org.steadymi.estimators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.steadymi.graphs.training.Sessions;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.summary.SummaryWriter;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.TString;

/**
 * Training curves as event files for TensorBoard, written by TensorFlow's own summary operations.
 *
 * <p>A run is a folder with one file; every {@link Metric} is a scalar under its name in lower
 * case, over the number of the step. Values that are not finite are written as they are. Of a curve
 * of more than {@value #MOST_STEPS} steps the file holds so many, evenly spaced, the first and the
 * last among them: TensorBoard draws no more, and a study has hundreds of curves.
 */
public final class EventFiles {
  /** The largest number of steps in a file. */
  static final int MOST_STEPS = 2000;

  /** TensorBoard reads files with {@code tfevents} in their names. */
  static final String FILE = "events.out.tfevents.0.steadymi";

  private static final String PARTIAL = ".events.partial";

  private EventFiles() {}

  /**
   * Writes the curve of a run, in place of an earlier one of the same name. The file is complete or
   * absent: it is written elsewhere and moved.
   *
   * @param directory the folder that TensorBoard is pointed at; made where it is missing
   * @param run the run's name in TensorBoard: a relative path, such as {@code mine/seed-1}
   * @return the file
   * @throws IllegalArgumentException if the name leads out of the folder
   * @throws UncheckedIOException if the file cannot be written
   */
  public static Path write(Path directory, String run, Curve curve) {
    Path folder = folder(directory, run);
    try {
      Files.createDirectories(folder);
      Path temporary = Files.createTempDirectory("steadymi-events-");
      try {
        record(temporary, curve);
        return publish(temporary, folder);
      } finally {
        PathUtils.deleteDirectory(temporary);
      }
    } catch (IOException | TensorFlowException e) {
      throw new UncheckedIOException(
          "%s: event files cannot be written (%s: %s); name a folder that can be written to"
              .formatted(folder, e.getClass().getSimpleName(), firstLine(e)),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private static Path folder(Path directory, String run) {
    Path folder = directory.resolve(run).normalize();
    Path root = directory.normalize();
    if (run.isBlank() || folder.equals(root) || !folder.startsWith(root)) {
      throw new IllegalArgumentException(
          "run: expected a name inside the folder of the event files, found '" + run + "'");
    }
    return folder;
  }

  private static void record(Path temporary, Curve curve) {
    try (Graph graph = new Graph();
        Session session = new Session(graph, oneThread())) {
      Recorder recorder = Recorder.in(graph, temporary);
      run(session, recorder.open());
      for (int index : indices(curve.steps()).toArray()) {
        try (TInt64 step = TInt64.scalarOf(curve.firstStep() + (long) index);
            TFloat32 values = TFloat32.vectorOf(row(curve, index))) {
          session
              .runner()
              .feed(recorder.step(), step)
              .feed(recorder.values(), values)
              .addTarget(recorder.write())
              .run()
              .close();
        }
      }
      run(session, recorder.close());
    }
  }

  private static void run(Session session, Op target) {
    session.runner().addTarget(target).run().close();
  }

  /** Writing takes no thread from the training that goes on beside it, and no memory of a GPU. */
  private static ConfigProto oneThread() {
    return Sessions.singleThreaded().toBuilder().putDeviceCount("GPU", 0).build();
  }

  /** The steps to write of so many. */
  static IntStream indices(int steps) {
    if (steps <= MOST_STEPS) {
      return IntStream.range(0, steps);
    }
    return IntStream.range(0, MOST_STEPS)
        .map(i -> Math.toIntExact(Math.round((double) i * (steps - 1) / (MOST_STEPS - 1))));
  }

  private static float[] row(Curve curve, int index) {
    Metric[] metrics = Metric.values();
    float[] row = new float[metrics.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = curve.at(index, metrics[i]);
    }
    return row;
  }

  private static Path publish(Path temporary, Path folder) throws IOException {
    Path partial = folder.resolve(PARTIAL);
    try (Stream<Path> written = Files.list(temporary)) {
      Path file = written.findFirst().orElseThrow(() -> new IOException("no event file came out"));
      Files.copy(file, partial, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.move(
        partial,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /**
   * The operations that write one file.
   *
   * @param open makes the file
   * @param step number of a step, int64 scalar
   * @param values its metrics, float [metrics]
   * @param write writes an event with the metrics of the step
   * @param close writes out what is buffered and closes the file
   */
  private record Recorder(
      Op open, Placeholder<TInt64> step, Placeholder<TFloat32> values, Op write, Op close) {

    static Recorder in(Graph graph, Path folder) {
      Ops tf = Ops.create(graph);
      SummaryWriter writer = tf.summary.summaryWriter();
      Op open =
          tf.summary.createSummaryFileWriter(
              writer,
              tf.constant(folder.toString()),
              tf.constant(MOST_STEPS),
              tf.constant(60_000),
              tf.constant(""));
      Placeholder<TInt64> step = tf.placeholder(TInt64.class);
      Placeholder<TFloat32> values = tf.placeholder(TFloat32.class);
      Operand<TString> summary = tf.summary.scalarSummary(tags(tf), values);
      Op write = tf.summary.writeRawProtoSummary(writer, step, summary);
      return new Recorder(open, step, values, write, tf.summary.closeSummaryWriter(writer));
    }

    private static Operand<TString> tags(Ops tf) {
      String[] names =
          Stream.of(Metric.values())
              .map(metric -> metric.name().toLowerCase(Locale.ROOT))
              .toArray(String[]::new);
      return tf.constant(NdArrays.vectorOfObjects(names));
    }
  }
}
