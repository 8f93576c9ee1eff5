package org.steadymi.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.ImageSet;

/** Tiny files of each format, whole and damaged. */
class FormatsTest {
  private static final int PLANE = 32 * 32;
  private static final int GREY = 28 * 28;
  private static final Part CIFAR = new Part(List.of("a.bin", "b.bin"), 4, "");
  private static final Part IDX = new Part(List.of("images", "labels"), 3, "");

  @TempDir private Path folder;

  private static byte[] randomBytes(int seed, int count) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Records of labels, each below 10, and planes. */
  private static byte[] records(int seed, int labels, int count) {
    int size = labels + 3 * PLANE;
    byte[] bytes = randomBytes(seed, count * size);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < labels; k++) {
        bytes[i * size + k] = (byte) ((3 * i + 5 * k + seed) % 10);
      }
    }
    return bytes;
  }

  private static byte[] idx(int magic, byte[] values, int... dimensions) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * (1 + dimensions.length) + values.length);
    bytes.putInt(magic);
    Arrays.stream(dimensions).forEach(bytes::putInt);
    return bytes.put(values).array();
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private void writeIdx() throws IOException {
    write("images", idx(0x803, randomBytes(1, 3 * GREY), 3, 28, 28));
    write("labels", idx(0x801, new byte[] {7, 0, 9}, 3));
  }

  private void assertDamaged(ImageFormat format, Part part, int classes, String message) {
    assertThatThrownBy(() -> format.read(folder, part, classes))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageContaining(message)
        .message()
        .startsWith(folder.toString())
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void planesBecomePixels(int label) throws IOException {
    byte[] first = records(1, 2, 2);
    byte[] second = records(2, 2, 2);
    write("a.bin", first);
    write("b.bin.gz", gzip(second));
    ImageSet images = new CifarBinary(2, label).read(folder, CIFAR, 10);
    assertThat(images.count()).isEqualTo(4);
    for (int i = 0; i < 4; i++) {
      byte[] file = i < 2 ? first : second;
      int record = (i % 2) * (2 + 3 * PLANE);
      assertThat(images.labels()[i]).isEqualTo(file[record + label]);
      for (int r = 0; r < 32; r++) {
        for (int c = 0; c < 32; c++) {
          for (int k = 0; k < 3; k++) {
            assertThat(images.pixels()[((i * 32 + r) * 32 + c) * 3 + k])
                .isEqualTo(file[record + 2 + k * PLANE + r * 32 + c]);
          }
        }
      }
    }
  }

  @Test
  void cifarDamage() throws IOException {
    CifarBinary format = new CifarBinary(1, 0);
    byte[] whole = records(1, 1, 2);
    write("a.bin", whole);
    write("b.bin", Arrays.copyOf(whole, whole.length - 1));
    assertDamaged(format, CIFAR, 10, "b.bin: expected 6,146 bytes, found 6,145: truncated?");
    write("b.bin", records(1, 2, 2));
    assertDamaged(format, CIFAR, 10, "b.bin: image 1: expected a label in [0, 10), found");
    write("b.bin", Arrays.copyOf(whole, whole.length + 1));
    assertDamaged(format, CIFAR, 10, "b.bin: expected 6,146 bytes, found more");
    write("b.bin", whole);
    assertDamaged(format, CIFAR, 3, "a.bin: image 1: expected a label in [0, 3), found 4");
    byte[] packed = gzip(whole);
    write("b.bin", Arrays.copyOf(packed, packed.length / 2));
    assertDamaged(format, CIFAR, 10, "b.bin: damaged gzip data");
  }

  @Test
  void idxFilesArePackedOrNotUnderEitherName() throws IOException {
    byte[] pixels = randomBytes(1, 3 * GREY);
    write("images.gz", idx(0x803, pixels, 3, 28, 28));
    write("labels", gzip(idx(0x801, new byte[] {7, 0, 9}, 3)));
    ImageSet images = new IdxPair().read(folder, IDX, 10);
    assertThat(images.pixels()).isEqualTo(pixels);
    assertThat(images.labels()).containsExactly(7, 0, 9);
    assertThat(images.white()).isEqualTo(255);
  }

  @Test
  void idxDamage() throws IOException {
    IdxPair format = new IdxPair();
    writeIdx();
    assertDamaged(format, IDX, 9, "labels: image 2: expected a label in [0, 9), found 9");
    write("labels", idx(0x801, new byte[2], 2));
    assertDamaged(format, IDX, 10, "labels: expected 3 images, found 2");
    write("labels", idx(0x801, new byte[2], 3));
    assertDamaged(format, IDX, 10, "labels: expected 11 bytes, found 10: truncated?");
    write("labels", new byte[0]);
    assertDamaged(format, IDX, 10, "labels: expected 11 bytes, found 0");
    write("images", idx(0x801, new byte[3], 3));
    assertDamaged(format, IDX, 10, "begins with 0x00000803, found 0x00000801");
    write("images", idx(0x803, new byte[3 * GREY], 3, 27, 28));
    assertDamaged(format, IDX, 10, "images: expected 28 rows of an image, found 27");
  }

  @Test
  void theDigestOfRecordsIgnoresTheirOrderAndNothingElse() throws IOException {
    writeIdx();
    ImageSet images = new IdxPair().read(folder, IDX, 10);
    String digest = RecordDigest.of(images);
    assertThat(RecordDigest.of(images.select(2, 0, 1))).isEqualTo(digest);
    assertThat(RecordDigest.of(images.select(0, 1, 1))).isNotEqualTo(digest);
    images.labels()[0] = 6;
    assertThat(RecordDigest.of(images)).isNotEqualTo(digest);
    images.labels()[0] = 7;
    images.pixels()[3 * GREY - 1]++;
    assertThat(RecordDigest.of(images)).isNotEqualTo(digest);
  }
}
