package org.steadymi.datasets;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.family.TType;

/**
 * Labelled images as pairs: two images of one class ({@code aligned}), images among themselves
 * ({@code contrastive}) or an image and its class ({@code supervised}).
 *
 * <p>{@link #trueMi()} holds as far as an image determines its class and the images stand for all
 * images of their class. With class frequencies p_c it is
 *
 * <ul>
 *   <li>H(label) = −Σ p_c log p_c for aligned pairs, whose x is any image and whose y another image
 *       of x's class. A critic that tells single images apart can find a little more on a finite
 *       set, since y is never the same image as x.
 *   <li>−log Σ p_c² for contrastive pairs: a joint pair is one of all pairs that agree in their
 *       class, which are Σ p_c² of all pairs, and among them distributed like all pairs.
 *   <li>log C for supervised pairs, whose marginal y is uniform over the C classes.
 * </ul>
 *
 * <p>All three are log C where classes are equally frequent. Contrastive and supervised pairs are
 * those of Choi &amp; Lee 2022, arXiv:2011.07932.
 */
public final class ImagePairs implements PairSource {
  private final Spec spec;
  private final Mode mode;
  private final ImageSplits splits;
  private final String fingerprint;
  private final Map<Split, ImageTable> tables;
  private final Map<Split, AlignedImages> aligned = new ConcurrentHashMap<>();

  /** How images become pairs. */
  enum Mode {
    ALIGNED(Pairing.MATRIX),
    CONTRASTIVE(Pairing.SAME_LABEL),
    SUPERVISED(Pairing.LABELS);

    private final Pairing pairing;

    Mode(Pairing pairing) {
      this.pairing = pairing;
    }
  }

  /**
   * @param spec the canonical specification
   * @param fingerprint of all images and labels
   */
  ImagePairs(Spec spec, ImageOptions options, ImageSplits splits, String fingerprint) {
    this.spec = spec;
    this.mode = Mode.valueOf(options.pairs().toUpperCase(Locale.ROOT));
    this.splits = splits;
    this.fingerprint = fingerprint;
    this.tables = splits.tables(options.augmentation());
  }

  @Override
  public String spec() {
    return spec.toString();
  }

  @Override
  public int xSize() {
    return splits.train().shape().size();
  }

  @Override
  public int ySize() {
    return mode == Mode.SUPERVISED ? splits.train().classes() : xSize();
  }

  @Override
  public OptionalDouble trueMi() {
    double[] p = splits.frequencies();
    return OptionalDouble.of(
        switch (mode) {
          case ALIGNED -> -Arrays.stream(p).filter(f -> f > 0).map(f -> f * Math.log(f)).sum();
          case CONTRASTIVE -> -Math.log(Arrays.stream(p).map(f -> f * f).sum());
          case SUPERVISED -> Math.log(p.length);
        });
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Pairs pairs(Split split, long drawSeed, int count) {
    PairSources.checkCount(count);
    UniformRandomProvider random = HostRandom.draws(split, drawSeed);
    return mode == Mode.SUPERVISED
        ? withLabels(splits.of(split), random, count)
        : aligned(split).draw(random, count);
  }

  private static Pairs withLabels(ImageSet images, UniformRandomProvider random, int count) {
    int[] drawn = new int[count];
    Arrays.setAll(drawn, i -> random.nextInt(images.count()));
    float[] labels = new float[count * images.classes()];
    for (int i = 0; i < count; i++) {
      labels[i * images.classes() + images.labels()[drawn[i]]] = 1;
    }
    return new Pairs(images.rows(drawn), new Rows(labels, images.classes()));
  }

  @Override
  public GraphSampler sampler(Split split) {
    return mode == Mode.SUPERVISED
        ? new WithLabels(draws(false).sampler(split))
        : aligned(split).sampler(split);
  }

  /** An image and its class as aligned pairs. */
  private record WithLabels(LabelledSampler images) implements GraphSampler {
    @Override
    public List<TType> tables() {
      return images.tables();
    }

    @Override
    public GraphPairs draw(
        Ops tf, List<? extends Operand<?>> tables, GraphRandom random, long... lead) {
      LabelledSampler.Batch batch = images.draw(tf, tables, random, lead);
      return new GraphPairs(batch.rows(), batch.labels());
    }
  }

  @Override
  public Pairing pairing() {
    return mode.pairing;
  }

  @Override
  public Optional<LabelledDraws> labelledDraws() {
    return mode == Mode.ALIGNED ? Optional.empty() : Optional.of(draws(mode == Mode.CONTRASTIVE));
  }

  @Override
  public Optional<ImageShape> imageShape() {
    return Optional.of(splits.train().shape());
  }

  @Override
  public Optional<LabelledRows> labelled(Split split) {
    ImageSet images = splits.of(split);
    return Optional.of(new LabelledRows(images.allRows(), images.labels(), images.classes()));
  }

  private ImageDraws draws(boolean joint) {
    return new ImageDraws(tables, joint);
  }

  /** Built when first asked for: it sorts a copy of the images. */
  private AlignedImages aligned(Split split) {
    return aligned.computeIfAbsent(split, s -> new AlignedImages(tables.get(s)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImagePairs that
        && spec.equals(that.spec)
        && fingerprint.equals(that.fingerprint);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec();
  }
}
