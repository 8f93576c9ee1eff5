package org.steadymi.datasets.fetch;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.steadymi.datasets.images.DataFile;

/**
 * The expected files out of a tar.gz and nothing else. Names inside the archive are compared, never
 * used as paths; an archive with anything odd in it is refused.
 */
final class TarGz {
  /** More than any of the sets has. */
  private static final int MOST_ENTRIES = 64;

  /** Of a file that is not needed: a readme, names of classes. */
  private static final long MOST_OTHER_BYTES = 1 << 20;

  private static final int BUFFER = 1 << 16;

  private final Path archive;
  private final String folder;
  private final List<DataFile> files;

  /**
   * @param folder inside the archive, in which the files are
   */
  TarGz(Path archive, String folder, List<DataFile> files) {
    this.archive = archive;
    this.folder = folder;
    this.files = files;
  }

  /**
   * Writes the files into a folder that has none of them.
   *
   * @throws FetchException if the archive is damaged, lacks a file or holds something odd, or if a
   *     file cannot be written
   */
  void unpack(Path target) throws IOException {
    Set<String> seen = new HashSet<>();
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive), BUFFER);
        TarArchiveInputStream tar =
            new TarArchiveInputStream(new Limited(new GZIPInputStream(raw, BUFFER), limit()))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        String name = entry.getName();
        requireHarmless(entry, name);
        if (!seen.add(name)) {
          throw odd(name, "is there twice");
        }
        if (seen.size() > MOST_ENTRIES) {
          throw new FetchException(
              "%s: refused: more than %d entries".formatted(archive, MOST_ENTRIES));
        }
        unpack(tar, entry, name, target);
      }
    } catch (FetchException refused) {
      throw refused;
    } catch (IOException | IllegalArgumentException damaged) {
      throw new FetchException(
          "%s: truncated or damaged (%s)".formatted(archive, FetchException.reason(damaged)),
          damaged);
    }
    requireAll(seen);
  }

  private long limit() {
    return files.stream().mapToLong(DataFile::bytes).sum() + MOST_ENTRIES * MOST_OTHER_BYTES;
  }

  private void requireHarmless(TarArchiveEntry entry, String name) throws FetchException {
    boolean outside =
        name.startsWith("/")
            || name.contains("\\")
            || Arrays.asList(name.split("/")).contains("..");
    if (outside) {
      throw odd(name, "leads out of its folder");
    }
    if (entry.isSymbolicLink() || entry.isLink()) {
      throw odd(name, "is a link");
    }
    boolean plain = entry.isDirectory() || (entry.isFile() && !isSpecial(entry));
    if (!plain) {
      throw odd(name, "is neither a file nor a folder");
    }
  }

  private static boolean isSpecial(TarArchiveEntry entry) {
    return entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice() || entry.isSparse();
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, String name, Path target)
      throws IOException {
    for (DataFile file : files) {
      if (name.equals(path(file))) {
        if (!entry.isFile() || entry.getSize() != file.bytes()) {
          throw odd(name, "has %,d bytes, expected %,d".formatted(entry.getSize(), file.bytes()));
        }
        copy(tar, target.resolve(file.name()));
        return;
      }
    }
    if (entry.getSize() > MOST_OTHER_BYTES) {
      throw odd(name, "has %,d bytes and does not belong there".formatted(entry.getSize()));
    }
  }

  private static void copy(InputStream from, Path to) throws IOException {
    try (OutputStream out = new FileOutput(to, CREATE_NEW, WRITE)) {
      from.transferTo(out);
    }
  }

  private void requireAll(Set<String> seen) throws FetchException {
    for (DataFile file : files) {
      if (!seen.contains(path(file))) {
        throw new FetchException("%s: lacks %s".formatted(archive, path(file)));
      }
    }
  }

  private String path(DataFile file) {
    return folder + "/" + file.name();
  }

  private FetchException odd(String name, String what) {
    String printable = name.replaceAll("\\p{Cntrl}", "?");
    String brief = printable.length() > 80 ? printable.substring(0, 80) + "…" : printable;
    return new FetchException("%s: refused: '%s' %s".formatted(archive, brief, what));
  }

  /** A stream that ends in an error rather than go on for ever. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long most) {
      super(in);
      left = most;
    }

    @Override
    public int read() throws IOException {
      return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      return counted(read, read);
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      counted(0, skipped);
      return skipped;
    }

    private int counted(int result, long bytes) throws IOException {
      left -= Math.max(0, bytes);
      if (left < 0) {
        throw new IOException("it unpacks to more than the set has");
      }
      return result;
    }
  }
}
