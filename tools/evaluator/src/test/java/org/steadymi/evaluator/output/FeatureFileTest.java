package org.steadymi.evaluator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;

/** The bytes are checked against NumPy's description of its format, NEP 1. */
class FeatureFileTest {
  private static final LabelledRows INPUTS =
      new LabelledRows(new Rows(new float[] {1, 2, 3, 4, 5, 6}, 3), new int[] {1, 0}, 2);
  private static final Rows FEATURES = new Rows(new float[] {-1.5f, 2.5f}, 1);

  @TempDir private Path folder;

  /** Header and data of an array. */
  private record Array(String header, ByteBuffer data) {}

  private static Array read(ZipFile zip, String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name + ".npy"))) {
      ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] magic = new byte[8];
      bytes.get(magic);
      assertThat(magic).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0);
      byte[] header = new byte[bytes.getShort()];
      bytes.get(header);
      assertThat(bytes.position() % 64).isZero();
      String text = new String(header, StandardCharsets.US_ASCII);
      assertThat(text).endsWith("\n");
      return new Array(text.strip(), bytes);
    }
  }

  @Test
  void everySplitHoldsItsInputsFeaturesAndLabels() throws IOException {
    Path file = folder.resolve("features.npz");
    try (FeatureFile out = FeatureFile.open(Optional.of(file))) {
      out.add(Split.TRAIN, INPUTS, FEATURES);
      out.add(Split.REPORT, INPUTS, FEATURES);
      out.finish();
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.size()).isEqualTo(6);
      Array inputs = read(zip, "report_inputs");
      assertThat(inputs.header())
          .isEqualTo("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }");
      for (float value : INPUTS.rows().values()) {
        assertThat(inputs.data().getFloat()).isEqualTo(value);
      }
      Array features = read(zip, "train_features");
      assertThat(features.header()).contains("'shape': (2, 1)");
      assertThat(features.data().getFloat()).isEqualTo(-1.5f);
      Array labels = read(zip, "train_labels");
      assertThat(labels.header())
          .isEqualTo("{'descr': '<i4', 'fortran_order': False, 'shape': (2,), }");
      assertThat(labels.data().getInt()).isEqualTo(1);
      assertThat(labels.data().getInt()).isZero();
      assertThat(labels.data().hasRemaining()).isFalse();
    }
    assertOnly(file);
  }

  private void assertOnly(Path... files) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      assertThat(found).containsExactly(files);
    }
  }

  @Test
  void aFileThatIsNotFinishedLeavesNothingBehind() throws IOException {
    try (FeatureFile out = FeatureFile.open(Optional.of(folder.resolve("features.npz")))) {
      out.add(Split.TRAIN, INPUTS, FEATURES);
    }
    assertOnly();
  }

  @Test
  void aFullDiskLeavesNothingBehind() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    Path staged = Files.createFile(folder.resolve("staged"));
    Path file = folder.resolve("features.npz");
    FeatureFile out =
        new FeatureFile(Optional.of(file), Optional.of(staged), Files.newOutputStream(full));
    assertThatThrownBy(out::close)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(file + " cannot be written (");
    assertOnly();
  }

  @Test
  void withoutANameNothingIsWritten() throws IOException {
    try (FeatureFile out = FeatureFile.open(Optional.empty())) {
      out.add(Split.TRAIN, INPUTS, FEATURES);
      out.finish();
    }
    assertOnly();
  }
}
