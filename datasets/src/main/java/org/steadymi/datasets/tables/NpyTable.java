package org.steadymi.datasets.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One array: its columns go by position. */
final class NpyTable implements TableFile {
  private static final int BUFFER = 1 << 16;

  private final String file;
  private final InputStream bytes;
  private final NpyHeader header;

  NpyTable(Path path) throws IOException {
    this.file = path.toString();
    this.bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      this.header = NpyHeader.read(bytes, file);
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  @Override
  public ColumnNames names() {
    return ColumnNames.numbered(file, header.columns());
  }

  @Override
  public List<String> notes() {
    return List.of("an array without names: columns are c0, c1, …");
  }

  @Override
  public List<Column> read(List<Wanted> wanted) throws IOException {
    NpyType type = header.type();
    List<ValueColumn> columns =
        wanted.stream()
            .map(column -> new ValueColumn(column, type.isText(), type.isTruth()))
            .toList();
    Map<Integer, ValueColumn> byPosition = new TreeMap<>();
    IntStream.range(0, columns.size())
        .forEach(i -> byPosition.put(wanted.get(i).position(), columns.get(i)));
    new NpyArray(header, bytes, file).read(byPosition);
    return columns.stream().map(ValueColumn::build).toList();
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
