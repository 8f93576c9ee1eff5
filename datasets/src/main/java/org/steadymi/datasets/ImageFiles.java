package org.steadymi.datasets;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.steadymi.datasets.images.ImageCollection;

/** Pairs of the image sets that are read from their official files. */
final class ImageFiles {
  /** The entries of the catalogue, one for each set. */
  static final List<SourceFamily> FAMILIES =
      Arrays.stream(ImageCollection.values()).map(ImageFiles::family).toList();

  private static final String DIR = "dir";
  private static final String TRAIN = "train";
  private static final String SELECTION = "selection";
  private static final String TEST = "test";

  private ImageFiles() {}

  private static SourceFamily family(ImageCollection set) {
    return SourceFamily.named(
        set.id(),
        set.id(),
        "%,d images of %d classes, from dir=DIR or where data fetch puts them; train=N, selection=N and test=N for fewer; %s"
            .formatted(
                set.trainImages() + set.testImages(), set.classes(), "more options as of digits"),
        text -> open(set, Spec.parse(text, DIR)));
  }

  private static PairSource open(ImageCollection set, Spec spec) {
    spec.only(
        Stream.concat(Stream.of(DIR, TRAIN, SELECTION, TEST), Arrays.stream(ImageOptions.keys()))
            .toArray(String[]::new));
    ImageOptions options = ImageOptions.of(spec);
    ImageSplits.Limits limits =
        new ImageSplits.Limits(
            limit(spec, TRAIN, set), limit(spec, SELECTION, set), limit(spec, TEST, set));
    Path folder = spec.has(DIR) ? Path.of(spec.text(DIR, "")) : set.defaultFolder();
    ImageSet train = set.train(folder);
    ImageSet test = set.test(folder);
    Spec name = Spec.of(set.id());
    name = spec.has(DIR) ? name.with(DIR, spec.text(DIR, "")) : name;
    for (String part : List.of(TRAIN, SELECTION, TEST)) {
      name = spec.has(part) ? name.with(part, limit(spec, part, set)) : name;
    }
    return options.open(
        spec,
        name,
        ImageSplits.ofOfficial(train, test, options.seed(), limits),
        Sha256.hex(train.pixels(), labels(train), test.pixels(), labels(test)));
  }

  /** The most images of a part: two of each class at least, so that they make pairs. */
  private static int limit(Spec spec, String part, ImageCollection set) {
    return spec.integer(part, Integer.MAX_VALUE, 2 * set.classes());
  }

  /** A number for each label, in four bytes. */
  private static byte[] labels(ImageSet images) {
    ByteBuffer labels = ByteBuffer.allocate(Integer.BYTES * images.count());
    labels.asIntBuffer().put(images.labels());
    return labels.array();
  }
}
