package org.steadymi.evaluator.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.steadymi.datasets.LabelledRows;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;

/**
 * Inputs, features and labels of every split as NumPy's {@code .npz}: arrays {@code train_inputs},
 * {@code train_features} (float32, a row each) and {@code train_labels} (int32), and the same for
 * {@code selection} and {@code report}. The format is NEP 1's version 1.0 inside a ZIP file. The
 * file appears when it is {@linkplain #finish() finished}.
 */
public final class FeatureFile implements AutoCloseable {
  private static final int HEADER_ALIGNMENT = 64;
  private static final int BUFFER = 1 << 16;

  private final Optional<Path> target;
  private final Optional<Path> staged;
  private final ZipOutputStream zip;

  FeatureFile(Optional<Path> target, Optional<Path> staged, OutputStream out) {
    this.target = target;
    this.staged = staged;
    this.zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED);
  }

  /**
   * Begins a file; one without a name takes everything and keeps nothing.
   *
   * @throws UncheckedIOException with one line, if it cannot be made
   */
  public static FeatureFile open(Optional<Path> target) {
    if (target.isEmpty()) {
      return new FeatureFile(target, target, OutputStream.nullOutputStream());
    }
    Path staged = ResultFile.staged(target.get());
    try {
      OutputStream out = new BufferedOutputStream(Files.newOutputStream(staged), BUFFER);
      return new FeatureFile(target, Optional.of(staged), out);
    } catch (IOException failed) {
      throw ResultFile.notWritten(target.get(), failed);
    }
  }

  /**
   * Adds a split.
   *
   * @param inputs the rows as they are, with their labels
   * @param features of the same rows
   * @throws UncheckedIOException with one line, if that fails
   */
  public void add(Split split, LabelledRows inputs, Rows features) {
    if (target.isEmpty()) {
      return;
    }
    String name = split.name().toLowerCase(Locale.ROOT);
    try {
      add(name + "_inputs", inputs.rows());
      add(name + "_features", features);
      begin(name + "_labels", "<i4", "(%d,)".formatted(inputs.labels().length));
      byte[] bytes = new byte[Integer.BYTES * inputs.labels().length];
      littleEndian(bytes).asIntBuffer().put(inputs.labels());
      zip.write(bytes);
      zip.closeEntry();
    } catch (IOException failed) {
      throw ResultFile.notWritten(target.get(), failed);
    }
  }

  private void add(String name, Rows rows) throws IOException {
    begin(name, "<f4", "(%d, %d)".formatted(rows.count(), rows.width()));
    byte[] row = new byte[Float.BYTES * rows.width()];
    for (int i = 0; i < rows.count(); i++) {
      littleEndian(row).asFloatBuffer().put(rows.values(), i * rows.width(), rows.width());
      zip.write(row);
    }
    zip.closeEntry();
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void begin(String name, String type, String shape) throws IOException {
    zip.putNextEntry(new ZipEntry(name + ".npy"));
    String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
    int before = 10; // magic string, version and the header's own length
    int padded = before + header.length() + 1;
    padded += Math.floorMod(-padded, HEADER_ALIGNMENT);
    String line = header + " ".repeat(padded - before - header.length() - 1) + "\n";
    byte[] bytes = new byte[padded];
    ByteBuffer out = littleEndian(bytes);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.put((byte) 1).put((byte) 0).putShort((short) line.length());
    out.put(line.getBytes(StandardCharsets.US_ASCII));
    zip.write(bytes);
  }

  /** Puts the file in its place, in that of one that is there. */
  public void finish() {
    if (target.isEmpty()) {
      return;
    }
    try {
      zip.close();
      ResultFile.move(staged.orElseThrow(), target.get());
    } catch (IOException failed) {
      throw ResultFile.notWritten(target.get(), failed);
    }
  }

  /** Leaves nothing behind of a file that was not finished. */
  @Override
  public void close() {
    try {
      try {
        zip.close(); // which writes what is left, and so fails on a full disk
      } finally {
        if (staged.isPresent()) {
          Files.deleteIfExists(staged.get());
        }
      }
    } catch (IOException failed) {
      throw ResultFile.notWritten(target.orElseThrow(), failed);
    }
  }
}
