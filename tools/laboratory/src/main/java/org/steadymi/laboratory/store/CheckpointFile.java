package org.steadymi.laboratory.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;
import org.steadymi.laboratory.cells.CellKey;

/** A checkpoint as bytes: the cell's key and a checksum, then the state. */
final class CheckpointFile {
  private static final int MAGIC = 0x534d4331; // SMC1

  private CheckpointFile() {}

  /** What stands before a state, which may be large and is not copied. */
  static byte[] head(CellKey key, byte[] state) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeUTF(key.text());
      out.writeInt(state.length);
      out.writeLong(checksum(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The state in a file.
   *
   * @throws IOException if the bytes are no checkpoint, or that of another cell
   */
  static byte[] decode(CellKey key, byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it does not begin as a checkpoint does");
      }
      String cell = in.readUTF();
      if (!cell.equals(key.text())) {
        throw new IOException("it is of the cell '" + cell + "'");
      }
      int length = in.readInt();
      long checksum = in.readLong();
      byte[] state = in.readAllBytes();
      if (state.length != length || checksum(state) != checksum) {
        throw new IOException("its checksum does not fit");
      }
      return state;
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }
}
