package org.steadymi.datasets.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * What pages of Parquet files are packed with; gzip, which the library leaves to Hadoop, is here.
 */
final class ParquetCodecs implements CompressionCodecFactory {
  private final String file;
  private final CompressionCodecFactory others =
      new CodecFactory(new PlainParquetConfiguration(), 0);

  /**
   * @param file for messages
   */
  ParquetCodecs(String file) {
    this.file = file;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, ZSTD, LZ4_RAW -> others.getDecompressor(codec);
      case GZIP -> new Gunzip();
      default ->
          throw new TableException(
              "%s: is packed with %s, expected gzip, lz4_raw, snappy, zstd or nothing: write it again"
                  .formatted(file, codec));
    };
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("for reading only");
  }

  @Override
  public void release() {
    others.release();
  }

  private static final class Gunzip implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(unpacked(bytes.toInputStream(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size)
        throws IOException {
      byte[] bytes = new byte[packed];
      input.get(bytes);
      output.put(unpacked(new ByteArrayInputStream(bytes), size));
    }

    private static byte[] unpacked(InputStream packed, int size) throws IOException {
      byte[] bytes = new GZIPInputStream(packed).readNBytes(size);
      if (bytes.length < size) {
        throw new IOException("expected %,d bytes, found %,d".formatted(size, bytes.length));
      }
      return bytes;
    }

    @Override
    public void release() {}
  }
}
