package org.steadymi.datasets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * 1,797 handwritten digits of 8 × 8 pixels, cut 60/20/20 into the splits by a seed that is part of
 * the specification: seeds of draws leave the splits as they are.
 *
 * <p>Alpaydin &amp; Kaynak 1998, Optical Recognition of Handwritten Digits, UCI Machine Learning
 * Repository, doi:10.24432/C50P49, CC BY 4.0; the test part, as in scikit-learn.
 */
public final class Digits {
  /** The entry of the catalogue. */
  static final SourceFamily FAMILY =
      SourceFamily.named(
          "digits",
          "digits",
          "1,797 handwritten digits, paired within a digit; " + ImageOptions.HELP,
          text -> of(Spec.parse(text)));

  private static final String RESOURCE = "digits.csv.gz";
  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);
  private static final int CLASSES = 10;
  private static final int WHITE = 16;

  private Digits() {}

  private static PairSource of(Spec spec) {
    ImageOptions options = ImageOptions.of(spec.only(ImageOptions.keys()));
    ImageSet all = read();
    return options.open(
        spec, Spec.of("digits"), ImageSplits.ofOne(all, options.seed()), fingerprint(all));
  }

  private static ImageSet read() {
    try (InputStream packed = Digits.class.getResourceAsStream(RESOURCE);
        Reader text =
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      return images(csv.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException("digits: the data inside the jar cannot be read: damaged?", e);
    }
  }

  private static ImageSet images(List<CsvRecord> records) {
    int size = SHAPE.size();
    byte[] pixels = new byte[records.size() * size];
    int[] labels = new int[records.size()];
    for (int row = 0; row < labels.length; row++) {
      CsvRecord image = records.get(row);
      for (int pixel = 0; pixel < size; pixel++) {
        pixels[row * size + pixel] = Byte.parseByte(image.getField(pixel));
      }
      labels[row] = Integer.parseInt(image.getField(size));
    }
    return new ImageSet(SHAPE, pixels, labels, CLASSES, WHITE);
  }

  /** Of the pixel values and the label of each image, a byte each. */
  private static String fingerprint(ImageSet images) {
    int size = SHAPE.size();
    byte[] bytes = new byte[images.count() * (size + 1)];
    for (int i = 0; i < images.count(); i++) {
      System.arraycopy(images.pixels(), i * size, bytes, i * (size + 1), size);
      bytes[i * (size + 1) + size] = (byte) images.labels()[i];
    }
    return Sha256.hex(bytes);
  }
}
