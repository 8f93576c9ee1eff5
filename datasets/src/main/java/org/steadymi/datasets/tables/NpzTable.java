package org.steadymi.datasets.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Named arrays: a vector is a column of the array's name, a matrix {@code a} columns {@code a[0]},
 * {@code a[1]}, … that go by {@code a} together. Arrays of another kind can be beside them.
 */
final class NpzTable implements ArrayFile {
  private static final int BUFFER = 1 << 16;
  private static final String SUFFIX = ".npy";

  /** An array and the position of its first column among those of the file. */
  private record Entry(ZipEntry zipped, String name, NpyHeader header, int first) {
    boolean holds(int position) {
      return position >= first && position < first + header.columns();
    }
  }

  private final String file;
  private final ZipFile zip;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, TableException> unusable = new LinkedHashMap<>();

  NpzTable(Path path) throws IOException {
    this.file = path.toString();
    this.zip = new ZipFile(path.toFile());
    try {
      list();
    } catch (IOException | RuntimeException failed) {
      zip.close();
      throw failed;
    }
  }

  private void list() throws IOException {
    int first = 0;
    for (ZipEntry zipped : zip.stream().toList()) {
      if (!zipped.getName().endsWith(SUFFIX)) {
        continue;
      }
      String name = zipped.getName().substring(0, zipped.getName().length() - SUFFIX.length());
      try (InputStream bytes = open(zipped)) {
        NpyHeader header = NpyHeader.read(bytes, where(name));
        entries.add(new Entry(zipped, name, header, first));
        first = Math.addExact(first, header.columns());
      } catch (TableException other) {
        unusable.put(name, other);
      }
    }
    if (entries.isEmpty()) {
      throw unusable.values().stream()
          .findFirst()
          .orElseGet(
              () ->
                  new TableException(
                      file + ": holds no arrays (.npy): a spreadsheet? save it as CSV"));
    }
  }

  private InputStream open(ZipEntry zipped) throws IOException {
    return new BufferedInputStream(zip.getInputStream(zipped), BUFFER);
  }

  private String where(String array) {
    return file + ": array '" + array + "'";
  }

  @Override
  public ColumnNames names() {
    List<String> names = new ArrayList<>();
    Map<String, int[]> groups = new HashMap<>();
    for (Entry entry : entries) {
      if (entry.header().vector()) {
        names.add(entry.name());
      } else {
        int columns = entry.header().columns();
        IntStream.range(0, columns).forEach(i -> names.add(entry.name() + "[" + i + "]"));
        groups.put(entry.name(), IntStream.range(0, columns).map(i -> entry.first() + i).toArray());
      }
    }
    return new ColumnNames(file, names, groups, unusable);
  }

  @Override
  public List<String> notes() {
    return unusable.values().stream().map(why -> "left aside: " + why.getMessage()).toList();
  }

  @Override
  public NpyType type(int position) {
    return entries.stream()
        .filter(entry -> entry.holds(position))
        .findFirst()
        .orElseThrow()
        .header()
        .type();
  }

  @Override
  public void read(Map<Integer, ElementTarget> targets) throws IOException {
    for (Entry entry : entries) {
      Map<Integer, ElementTarget> own = new HashMap<>();
      targets.forEach(
          (position, target) -> {
            if (entry.holds(position)) {
              own.put(position - entry.first(), target);
            }
          });
      if (!own.isEmpty()) {
        read(entry, own);
      }
    }
  }

  /** Reads an array; the archive's checksum must agree. */
  private void read(Entry entry, Map<Integer, ElementTarget> columns) throws IOException {
    String where = where(entry.name());
    try (var bytes = new CheckedInputStream(open(entry.zipped()), new CRC32())) {
      new NpyArray(NpyHeader.read(bytes, where), bytes, where).read(columns);
      if (bytes.getChecksum().getValue() != entry.zipped().getCrc()) {
        throw new TableException(where + ": does not fit its checksum: damaged");
      }
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
