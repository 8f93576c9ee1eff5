package org.steadymi.estimators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.graphs.training.Curve;
import org.steadymi.graphs.training.Metric;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.Summary;

class EventFilesTest {
  private static final List<String> TAGS =
      List.of("objective", "value", "joint", "log_marginal", "gradient_norm", "max_abs_score");

  @TempDir private Path folder;

  @Test
  void holdsEveryMetricOfEveryStep() throws Exception {
    Curve curve = Curves.of(7, 20, Curves.noise(3, 1, 1), Curves.noise(1, 1, 2));
    Path file = EventFiles.write(folder.resolve("logs"), "mine/seed-1", curve);
    assertThat(file).hasParent(folder.resolve("logs/mine/seed-1"));
    List<Event> events = read(file);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertHolds(events, curve, 20);
    for (int i = 0; i < 20; i++) {
      assertStep(events.get(i + 1), curve, i);
    }
  }

  @Test
  void valuesThatAreNotFiniteAreWrittenAsTheyAre() throws Exception {
    Curve curve = Curves.of(1, 3, step -> step, step -> 0);
    Curves.set(curve, 1, Metric.VALUE, Double.NaN);
    Curves.set(curve, 1, Metric.JOINT, Double.POSITIVE_INFINITY);
    Curves.set(curve, 2, Metric.LOG_MARGINAL, Double.NEGATIVE_INFINITY);
    List<Event> events = read(EventFiles.write(folder, "run", curve));
    assertHolds(events, curve, 3);
    for (int i = 0; i < 3; i++) {
      assertStep(events.get(i + 1), curve, i);
    }
  }

  @Test
  void aLongCurveIsThinnedBetweenItsEnds() throws Exception {
    Curve curve = Curves.of(1, 20_000, step -> step, step -> -step);
    List<Event> events = read(EventFiles.write(folder, "run", curve));
    assertHolds(events, curve, 2000);
    assertStep(events.get(1), curve, 0);
    assertStep(events.get(2000), curve, 19_999);
    for (int i = 2; i <= 2000; i++) {
      assertThat(events.get(i).getStep() - events.get(i - 1).getStep()).isBetween(10L, 11L);
      assertStep(events.get(i), curve, (int) events.get(i).getStep() - 1);
    }
  }

  @Test
  void anotherCurveOfTheSameRunTakesThePlaceOfTheFirst() throws Exception {
    EventFiles.write(folder, "run", Curves.of(1, 5, step -> 1, step -> 0));
    Curve second = Curves.of(1, 2, step -> 2, step -> 0);
    Path file = EventFiles.write(folder, "run", second);
    assertHolds(read(file), second, 2);
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aCurveWithoutStepsIsAFileWithoutScalars() throws Exception {
    Curve empty = new Curve(1, new float[0]);
    assertThat(read(EventFiles.write(folder, "run", empty))).hasSize(1);
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Curve curve = Curves.of(1, 1, step -> 1, step -> 0);
    assertThatThrownBy(() -> EventFiles.write(file, "run", curve))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file.resolve("run") + ": event files cannot be written (")
        .hasMessageEndingWith("; name a folder that can be written to")
        .hasMessageNotContaining("\n");
  }

  @Test
  void refusesANameThatLeadsOutOfTheFolder() {
    Curve curve = Curves.of(1, 1, step -> 1, step -> 0);
    for (String name : List.of("", " ", ".", "..", "a/../../b", folder.getParent().toString())) {
      assertThatThrownBy(() -> EventFiles.write(folder, name, curve))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "run: expected a name inside the folder of the event files, found '" + name + "'");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static void assertHolds(List<Event> events, Curve curve, int steps) {
    assertThat(events).hasSize(steps + 1);
    assertThat(events.get(steps).getStep()).isEqualTo(curve.firstStep() + curve.steps() - 1);
  }

  private static void assertStep(Event event, Curve curve, int index) {
    assertThat(event.getStep()).isEqualTo(curve.firstStep() + index);
    List<Summary.Value> values = event.getSummary().getValueList();
    assertThat(values.stream().map(Summary.Value::getTag)).containsExactlyElementsOf(TAGS);
    List<Float> expected =
        Stream.of(Metric.values()).map(metric -> curve.at(index, metric)).toList();
    assertThat(values.stream().map(Summary.Value::getSimpleValue))
        .containsExactlyElementsOf(expected);
  }

  /**
   * Reads a file of TFRecords: length (uint64), its masked CRC-32C, data, masked CRC-32C of the
   * data, all little-endian (tensorflow.org/tutorials/load_data/tfrecord).
   */
  private static List<Event> read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      int length = Math.toIntExact(bytes.getLong(bytes.position()));
      checked(bytes, Long.BYTES);
      events.add(Event.parseFrom(checked(bytes, length)));
    }
    return events;
  }

  private static byte[] checked(ByteBuffer bytes, int length) {
    byte[] data = new byte[length];
    bytes.get(data);
    CRC32C crc = new CRC32C();
    crc.update(data);
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
    assertThat(bytes.getInt()).isEqualTo(masked);
    return data;
  }
}
