package org.steadymi.savedmodels;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.steadymi.savedmodels.safety.Shapes;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.DataType;

/**
 * One tensor of a checkpoint, checked before TensorFlow makes room for what its entry states.
 *
 * @param name its key, for messages
 */
record CheckpointTensor(String name, BundleEntryProto entry) {
  private static final int CHECKSUM_BYTES = 4;

  /** Texts are read to check their lengths; those of a checkpoint are small. */
  private static final int MAX_TEXT_BYTES = 64 << 20;

  /**
   * Checks that the data file holds what the entry states.
   *
   * @throws IOException with a message of a few words, otherwise
   */
  void check(Path data, long available) throws IOException {
    if (entry.getSlicesCount() > 0) {
      throw new IOException("'%s' is saved in slices, which are not read".formatted(name));
    }
    boolean inside =
        entry.getOffset() >= 0
            && entry.getSize() >= 0
            && entry.getSize() <= available - entry.getOffset();
    if (!inside) {
      throw new IOException(
          "it has %d bytes and '%s' needs %d from byte %d"
              .formatted(available, name, entry.getSize(), entry.getOffset()));
    }
    if (entry.getDtype() == DataType.DT_STRING) {
      checkText(data);
    } else if (!OptionalLong.of(entry.getSize())
        .equals(Shapes.bytes(entry.getDtype(), entry.getShape()))) {
      throw new IOException(
          "'%s' has %d bytes, which is not what its type and shape need"
              .formatted(name, entry.getSize()));
    }
  }

  /** A text tensor is the lengths of its elements, a checksum of these, and the elements. */
  private void checkText(Path data) throws IOException {
    long elements = Shapes.elements(entry.getShape()).orElse(Long.MAX_VALUE);
    if (elements > entry.getSize() || entry.getSize() > MAX_TEXT_BYTES) {
      throw malformed();
    }
    byte[] bytes = new byte[(int) entry.getSize()];
    try (RandomAccessFile file = new RandomAccessFile(data.toFile(), "r")) {
      file.seek(entry.getOffset());
      file.readFully(bytes);
    }
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    long total = CHECKSUM_BYTES;
    for (long i = 0; i < elements; i++) {
      long length = in.readRawVarint64();
      if (length < 0 || length > bytes.length) {
        throw malformed();
      }
      total += length;
    }
    if (in.getTotalBytesRead() + total != bytes.length) {
      throw malformed();
    }
  }

  private IOException malformed() {
    return new IOException("the texts of '%s' are malformed".formatted(name));
  }
}
