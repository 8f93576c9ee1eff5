package org.steadymi.datasets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;

/**
 * 1,797 handwritten digits of 8 × 8 pixels in [0, 1], and pairs of two different images of the same
 * digit.
 *
 * <p>{@link #trueMi()} is the entropy of the label, Σ_c −n_c/n · log(n_c/n) ≈ log 10 nats. It is
 * the mutual information of a pair as far as an image determines its digit and the images stand for
 * all images of their digit. A critic that tells single images apart can find a little more on this
 * finite set, since y is never the same image as x: Σ_c n_c/n · log(n_c / (n_c − 1)), 0.009 nats on
 * the training split and 0.028 on the two others.
 *
 * <p>Each digit is cut 60/20/20 into the splits, by a seed that is part of the specification: seeds
 * of draws leave the splits as they are.
 *
 * <p>Alpaydin &amp; Kaynak 1998, Optical Recognition of Handwritten Digits, UCI Machine Learning
 * Repository, doi:10.24432/C50P49, CC BY 4.0; the test part, as in scikit-learn.
 */
public final class Digits implements PairSource {
  /** The entry of the catalogue. */
  static final SourceFamily FAMILY =
      SourceFamily.named(
          "digits",
          "digits",
          "1,797 handwritten digits, paired within a digit; seed=N for another split",
          text -> parse(Spec.parse(text)));

  private static final String RESOURCE = "digits.csv.gz";
  private static final int PIXELS = 64;
  private static final int CLASSES = 10;
  private static final float WHITE = 16;

  private final long seed;
  private final double labelEntropy;
  private final String fingerprint;
  private final Map<Split, LabelledRows> labelled;
  private final Map<Split, ContrastivePairs> pairs = new EnumMap<>(Split.class);

  /**
   * @param seed which of the possible splits
   */
  public Digits(long seed) {
    List<CsvRecord> records = read();
    LabelledRows all = images(records);
    this.seed = seed;
    this.labelEntropy = entropy(all);
    this.fingerprint = fingerprint(records);
    this.labelled = StratifiedSplit.of(all, seed);
    labelled.forEach((split, rows) -> pairs.put(split, new ContrastivePairs(rows)));
  }

  private static Digits parse(Spec spec) {
    spec.only("seed", "pairs").choice("pairs", "contrastive", "contrastive");
    return new Digits(spec.seed("seed", 0));
  }

  private static List<CsvRecord> read() {
    try (InputStream packed = Digits.class.getResourceAsStream(RESOURCE);
        Reader text =
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.US_ASCII);
        CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      return csv.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("digits: the data inside the jar cannot be read: damaged?", e);
    }
  }

  private static LabelledRows images(List<CsvRecord> records) {
    float[] pixels = new float[records.size() * PIXELS];
    int[] labels = new int[records.size()];
    for (int row = 0; row < labels.length; row++) {
      CsvRecord image = records.get(row);
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        pixels[row * PIXELS + pixel] = Integer.parseInt(image.getField(pixel)) / WHITE;
      }
      labels[row] = Integer.parseInt(image.getField(PIXELS));
    }
    return new LabelledRows(new Rows(pixels, PIXELS), labels, CLASSES);
  }

  /** Of the pixel values and the label of each row, a byte each. */
  private static String fingerprint(List<CsvRecord> records) {
    byte[] bytes = new byte[records.size() * (PIXELS + 1)];
    int next = 0;
    for (CsvRecord image : records) {
      for (String field : image.getFields()) {
        bytes[next++] = Byte.parseByte(field);
      }
    }
    return Sha256.hex(bytes);
  }

  private static double entropy(LabelledRows all) {
    int[] counts = new int[all.classes()];
    for (int label : all.labels()) {
      counts[label]++;
    }
    double entropy = 0;
    for (int count : counts) {
      double p = (double) count / all.labels().length;
      entropy -= p * Math.log(p);
    }
    return entropy;
  }

  @Override
  public String spec() {
    Spec spec = Spec.of("digits");
    return (seed == 0 ? spec : spec.with("seed", seed)).toString();
  }

  @Override
  public int xSize() {
    return PIXELS;
  }

  @Override
  public int ySize() {
    return PIXELS;
  }

  @Override
  public OptionalDouble trueMi() {
    return OptionalDouble.of(labelEntropy);
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Pairs pairs(Split split, long drawSeed, int count) {
    PairSources.checkCount(count);
    return pairs.get(split).draw(HostRandom.draws(split, drawSeed), count);
  }

  @Override
  public GraphSampler sampler(Split split) {
    return pairs.get(split).sampler(split);
  }

  @Override
  public Optional<LabelledRows> labelled(Split split) {
    return Optional.of(labelled.get(split));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digits that && seed == that.seed;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seed);
  }

  @Override
  public String toString() {
    return spec();
  }
}
