package org.steadymi.savedmodels;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.steadymi.savedmodels.safety.Limits;

/**
 * Reads the sorted string table that TensorFlow keeps a checkpoint's index in, checksums verified:
 * data blocks, a block that lists them, and a footer that points to that block. The format is
 * LevelDB's, documented in its table_format.md.
 */
final class SortedTable {
  private static final long MAGIC = 0xdb4775248b80fb57L;
  private static final int FOOTER_BYTES = 48;
  private static final int TRAILER_BYTES = 5;
  private static final int CRC_MASK_DELTA = 0xa282ead8;
  private static final byte UNCOMPRESSED = 0;

  private final byte[] file;
  private long blockBytes;
  private long keyBytes;

  private SortedTable(byte[] file) {
    this.file = file;
  }

  /**
   * The table's values by key, in key order.
   *
   * @throws IOException with a message of a few words, if the bytes are no sound table
   */
  static Map<ByteString, ByteString> read(byte[] file) throws IOException {
    return new SortedTable(file).entries();
  }

  private Map<ByteString, ByteString> entries() throws IOException {
    if (file.length < FOOTER_BYTES || littleEndian().getLong(file.length - 8) != MAGIC) {
      throw new IOException("its footer is missing");
    }
    CodedInputStream footer =
        CodedInputStream.newInstance(file, file.length - FOOTER_BYTES, FOOTER_BYTES - 8);
    skipHandle(footer);
    Map<ByteString, ByteString> entries = new LinkedHashMap<>();
    for (ByteString handle : block(footer).values()) {
      entries.putAll(block(handle.newCodedInput()));
    }
    return entries;
  }

  private static void skipHandle(CodedInputStream handle) throws IOException {
    handle.readRawVarint64();
    handle.readRawVarint64();
  }

  /** Entries of the block that a handle, offset and size, points to. */
  private Map<ByteString, ByteString> block(CodedInputStream handle) throws IOException {
    long offset = handle.readRawVarint64();
    long size = handle.readRawVarint64();
    if (offset < 0
        || size < 4
        || size > file.length
        || offset > file.length - size - TRAILER_BYTES) {
      throw new IOException("a block lies outside the file");
    }
    blockBytes += size;
    if (blockBytes > file.length) {
      throw new IOException("its blocks overlap");
    }
    checkTrailer((int) offset, (int) size);
    return parse((int) offset, (int) size);
  }

  private void checkTrailer(int offset, int size) throws IOException {
    CRC32C crc = new CRC32C();
    crc.update(file, offset, size + 1);
    int plain = (int) crc.getValue();
    int masked = Integer.rotateRight(plain, 15) + CRC_MASK_DELTA;
    if (masked != littleEndian().getInt(offset + size + 1)) {
      throw new IOException("a checksum is wrong");
    }
    if (file[offset + size] != UNCOMPRESSED) {
      throw new IOException("a block is compressed, which TensorFlow never does");
    }
  }

  /** Each entry shares the start of its key with the entry before. */
  private Map<ByteString, ByteString> parse(int offset, int size) throws IOException {
    long restarts = Integer.toUnsignedLong(littleEndian().getInt(offset + size - 4));
    long length = size - 4 - 4 * restarts;
    if (length < 0) {
      throw new IOException("a block is malformed");
    }
    Map<ByteString, ByteString> entries = new LinkedHashMap<>();
    CodedInputStream in = CodedInputStream.newInstance(file, offset, (int) length);
    ByteString key = ByteString.EMPTY;
    while (!in.isAtEnd()) {
      int shared = in.readRawVarint32();
      int unshared = in.readRawVarint32();
      int valueSize = in.readRawVarint32();
      if (shared < 0 || shared > key.size()) {
        throw new IOException("a block is malformed");
      }
      keyBytes += shared + (long) unshared;
      if (keyBytes > Limits.INDEX_BYTES) {
        throw new IOException("its keys take more than %d bytes".formatted(Limits.INDEX_BYTES));
      }
      key = key.substring(0, shared).concat(ByteString.copyFrom(in.readRawBytes(unshared)));
      entries.put(key, ByteString.copyFrom(in.readRawBytes(valueSize)));
    }
    return entries;
  }

  private ByteBuffer littleEndian() {
    return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
  }
}
