package org.steadymi.savedmodels;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes what {@link SortedTable} reads: one block of entries, keys in full. */
final class TableBytes {
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int HANDLES = 40;

  private TableBytes() {}

  static byte[] of(Map<ByteString, ByteString> entries) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ByteString data = append(file, entries);
    ByteString meta = append(file, Map.of());
    ByteString lastKey =
        entries.keySet().stream().reduce((first, second) -> second).orElse(ByteString.EMPTY);
    ByteString index = append(file, Map.of(lastKey, data));
    meta.writeTo(file);
    index.writeTo(file);
    file.write(new byte[HANDLES - meta.size() - index.size()]);
    file.write(littleEndian(Long.BYTES).putLong(MAGIC).array());
    return file.toByteArray();
  }

  /** The checksum of a stretch as TensorFlow stores it. */
  static int checksum(byte[] bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, from, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  /** Appends a block; returns offset and size. */
  private static ByteString append(ByteArrayOutputStream file, Map<ByteString, ByteString> entries)
      throws IOException {
    ByteString.Output block = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(block);
    for (Map.Entry<ByteString, ByteString> entry : entries.entrySet()) {
      out.writeUInt32NoTag(0);
      out.writeUInt32NoTag(entry.getKey().size());
      out.writeUInt32NoTag(entry.getValue().size());
      out.writeRawBytes(entry.getKey());
      out.writeRawBytes(entry.getValue());
    }
    out.flush();
    block.write(littleEndian(8).putInt(0).putInt(1).array());
    int size = block.size();
    block.write(0);
    byte[] bytes = block.toByteString().toByteArray();
    int offset = file.size();
    file.write(bytes);
    file.write(littleEndian(4).putInt(checksum(bytes, 0, bytes.length)).array());
    ByteString.Output handle = ByteString.newOutput();
    CodedOutputStream handleOut = CodedOutputStream.newInstance(handle);
    handleOut.writeUInt64NoTag(offset);
    handleOut.writeUInt64NoTag(size);
    handleOut.flush();
    return handle.toByteString();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
