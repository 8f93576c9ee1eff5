package org.steadymi.datasets.tables;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One array: its columns go by position. */
final class NpyTable implements ArrayFile {
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
  public NpyType type(int position) {
    return header.type();
  }

  @Override
  public void read(Map<Integer, ElementTarget> targets) throws IOException {
    new NpyArray(header, bytes, file).read(targets);
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
