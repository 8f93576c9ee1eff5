package org.steadymi.datasets.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/**
 * Writes a file. What goes wrong with that is told apart from what goes wrong where bytes come
 * from.
 */
final class FileOutput extends OutputStream {
  private final Path file;
  private final OutputStream out;

  /**
   * @throws FetchException if the file cannot be opened
   */
  FileOutput(Path file, OpenOption... options) throws FetchException {
    this.file = file;
    try {
      this.out = Files.newOutputStream(file, options);
    } catch (IOException closed) {
      throw FetchException.unwritable(file, closed);
    }
  }

  @Override
  public void write(int b) throws FetchException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws FetchException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException full) {
      throw FetchException.unwritable(file, full);
    }
  }

  @Override
  public void close() throws FetchException {
    try {
      out.close();
    } catch (IOException full) {
      throw FetchException.unwritable(file, full);
    }
  }
}
