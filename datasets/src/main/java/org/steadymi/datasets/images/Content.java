package org.steadymi.datasets.images;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * What a file of a set holds, gzip or not: the first two bytes tell, not the name, which may end in
 * {@code .gz} or not.
 */
final class Content implements Closeable {
  /** What may stand behind the name of a file, whatever it holds. */
  static final String GZ = ".gz";

  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final long expected;
  private final InputStream bytes;
  private long done;

  private Content(Path file, long expected, InputStream bytes) {
    this.file = file;
    this.expected = expected;
    this.bytes = bytes;
  }

  /** Where a folder has the file, under its name or that with {@code .gz} behind. */
  static Optional<Path> find(Path folder, String name) {
    Path plain = folder.resolve(name);
    Path packed = folder.resolve(name + GZ);
    return Files.isRegularFile(plain)
        ? Optional.of(plain)
        : Optional.of(packed).filter(Files::isRegularFile);
  }

  /**
   * Opens a file of a set.
   *
   * @param expected bytes it must hold, unpacked
   * @throws DamagedFileException if it is not there, or begins as gzip does and is none
   */
  static Content open(Path folder, String name, long expected) throws IOException {
    Path file =
        find(folder, name)
            .orElseThrow(() -> new DamagedFileException("no " + name + " in " + folder));
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return new Content(file, expected, isGzip(raw) ? new GZIPInputStream(raw, BUFFER) : raw);
    } catch (ZipException | EOFException damaged) {
      raw.close();
      throw gzipDamage(file, damaged);
    } catch (IOException failed) {
      raw.close();
      throw failed;
    }
  }

  private static boolean isGzip(InputStream raw) throws IOException {
    raw.mark(2);
    boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzip;
  }

  private static DamagedFileException gzipDamage(Path file, IOException why) {
    return new DamagedFileException(
        "%s: damaged gzip data (%s)".formatted(file, why.getMessage()), why);
  }

  Path file() {
    return file;
  }

  /**
   * Reads exactly this many bytes.
   *
   * @throws DamagedFileException if there are fewer
   */
  void read(byte[] into, int offset, int length) throws IOException {
    int read = some(into, offset, length);
    done += read;
    if (read < length) {
      throw new DamagedFileException(
          "%s: expected %,d bytes, found %,d: truncated?".formatted(file, expected, done));
    }
  }

  /** Four bytes as a number, the highest first. */
  int readInt() throws IOException {
    byte[] word = new byte[Integer.BYTES];
    read(word, 0, word.length);
    return ByteBuffer.wrap(word).getInt();
  }

  /**
   * To be called when everything is read.
   *
   * @throws DamagedFileException if something is left
   */
  void requireEnd() throws IOException {
    if (some(new byte[1], 0, 1) != 0) {
      throw new DamagedFileException(
          "%s: expected %,d bytes, found more".formatted(file, expected));
    }
  }

  /** The digest of all that is left, which must be what is expected. */
  Checksum checksum(Checksum by) throws IOException {
    try {
      return by.of(bytes);
    } catch (ZipException | EOFException damaged) {
      throw gzipDamage(file, damaged);
    }
  }

  private int some(byte[] into, int offset, int length) throws IOException {
    try {
      return bytes.readNBytes(into, offset, length);
    } catch (ZipException | EOFException damaged) {
      throw gzipDamage(file, damaged);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
