package org.steadymi.datasets.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.steadymi.datasets.ImageSet;
import org.steadymi.datasets.ImageShape;
import org.steadymi.datasets.SpecException;

/**
 * The image sets that can be read: official files, in a training and a test part.
 *
 * <p>Wherever a folder is asked for it is that of the files or the one above it, in which they lie
 * under their {@linkplain Distribution#folder() official name}. Files may be gzipped or not,
 * whatever their name says. A set that is missing, damaged or another one is a {@link
 * SpecException} of one line.
 */
public enum ImageCollection {
  /** 32 × 32 pixels in colour, 10 classes. */
  CIFAR10(
      "cifar10",
      Distribution.CIFAR10,
      new CifarBinary(1, 0),
      ClassNames.CIFAR10,
      new Parts(
          new Part(
              List.of(
                  "data_batch_1.bin",
                  "data_batch_2.bin",
                  "data_batch_3.bin",
                  "data_batch_4.bin",
                  "data_batch_5.bin"),
              50_000,
              "d59acf989e068e709ce686cda292672c7b212c08d29d3d3e6d8c3aa99eba6a85"),
          new Part(
              List.of("test_batch.bin"),
              10_000,
              "899683d46c3a8c66fd56e1af12202e69fe5a4517be10b0f68e04c78fe585c57c"))),

  /** 32 × 32 pixels in colour, 100 classes. */
  CIFAR100(
      "cifar100",
      Distribution.CIFAR100,
      new CifarBinary(2, 1),
      ClassNames.CIFAR100,
      Parts.cifar100(
          "36ce7a701fbea47796e570c34382aad50f2539687cfcbc6ae96e2f56530d29b6",
          "d3cd5d87a1b9317a0982c8ef5535fe3b86da8da90b13ce5e9b23ea06400dd5eb")),

  /** The images of CIFAR-100 with the 20 classes above its 100. */
  CIFAR100_COARSE(
      "cifar100-coarse",
      Distribution.CIFAR100,
      new CifarBinary(2, 0),
      ClassNames.CIFAR100_COARSE,
      Parts.cifar100(
          "535e9b3b3e555a5fc3991d807f2e642853451b5075118f2991963b537a8d5c15",
          "3b5ae1a495a5965216d431ffca711d839981e6359f972f434f24506757055ca0")),

  /** 28 × 28 grey pixels, handwritten digits. */
  MNIST(
      "mnist",
      Distribution.MNIST,
      new IdxPair(),
      ClassNames.MNIST,
      Parts.idx(
          "3655811c0e1223700a4714a92a51f55bd215ed7dc1fa2baa4326a2b58042d82d",
          "634538fb34c5277fce98470b8b285d1e8419eb87f328da42ef1faf690d2c3911")),

  /** 28 × 28 grey pixels, ten kinds of clothing. */
  FASHION_MNIST(
      "fashion-mnist",
      Distribution.FASHION_MNIST,
      new IdxPair(),
      ClassNames.FASHION_MNIST,
      Parts.idx(
          "0c69d5cdeb902b69084012f812f066de080317bb3c64f43ca87f910d8ec86906",
          "90c92c0507755a7d443edde8297ce4d0f131e42884e2e87e7fc9b81ffe215258"));

  private final String id;
  private final Distribution distribution;
  private final ImageFormat format;
  private final List<String> classNames;
  private final Parts parts;

  ImageCollection(
      String id,
      Distribution distribution,
      ImageFormat format,
      List<String> classNames,
      Parts parts) {
    this.id = id;
    this.distribution = distribution;
    this.format = format;
    this.classNames = classNames;
    this.parts = parts;
  }

  /** The two parts of a set. */
  private record Parts(Part train, Part test) {
    static Parts cifar100(String train, String test) {
      return new Parts(
          new Part(List.of("train.bin"), 50_000, train),
          new Part(List.of("test.bin"), 10_000, test));
    }

    static Parts idx(String train, String test) {
      return new Parts(
          new Part(List.of("train-images-idx3-ubyte", "train-labels-idx1-ubyte"), 60_000, train),
          new Part(List.of("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"), 10_000, test));
    }
  }

  /**
   * The collection of this name.
   *
   * @throws SpecException if there is none
   */
  public static ImageCollection named(String id) {
    return Arrays.stream(values())
        .filter(collection -> collection.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                SpecException.unknown(
                    "image set", id, Arrays.stream(values()).map(ImageCollection::id).toList()));
  }

  /** The name on a command line, such as {@code fashion-mnist}. */
  public String id() {
    return id;
  }

  /** Of every image. */
  public ImageShape shape() {
    return format.shape();
  }

  /** Number of classes. */
  public int classes() {
    return classNames.size();
  }

  /** The names of the classes in the order of their labels. */
  public List<String> classNames() {
    return classNames;
  }

  /** Number of images of the training part. */
  public int trainImages() {
    return parts.train().images();
  }

  /** Number of images of the test part. */
  public int testImages() {
    return parts.test().images();
  }

  /** The files the collection is read from. */
  public Distribution distribution() {
    return distribution;
  }

  /** Where the files are looked for if no folder is named, whether they are there or not. */
  public Path defaultFolder() {
    return DataFolder.byDefault().resolve(distribution.folder());
  }

  /** The training part. */
  public ImageSet train(Path folder) {
    return read(folder, parts.train());
  }

  /** The test part. */
  public ImageSet test(Path folder) {
    return read(folder, parts.test());
  }

  /** Whether both parts are the official images with their labels, in whatever order. */
  boolean hasOfficialImages(Path folder) {
    return RecordDigest.of(test(folder)).equals(parts.test().digest())
        && RecordDigest.of(train(folder)).equals(parts.train().digest());
  }

  /**
   * The folder of the files.
   *
   * @param place that folder or the one above it
   * @throws SpecException if none of the files is there
   */
  public Path locate(Path place) {
    return distribution
        .find(place)
        .orElseThrow(
            () ->
                refusal(
                    "expected %s and the like in %s or in %s in it, found %s"
                        .formatted(
                            distribution.files().get(0).name(),
                            place,
                            distribution.folder(),
                            found(place))));
  }

  private static String found(Path place) {
    if (!Files.exists(place)) {
      return "no such folder";
    }
    if (!Files.isDirectory(place)) {
      return "a file";
    }
    String others =
        Arrays.stream(Distribution.values())
            .filter(other -> other.find(place).isPresent())
            .map(Distribution::folder)
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "none of them" : "the files of " + others;
  }

  private ImageSet read(Path place, Part part) {
    Path folder = locate(place);
    try {
      requireAll(folder, part);
      refuseNamesakes(folder, part);
      return format.read(folder, part, classes());
    } catch (DamagedFileException damaged) {
      throw refusal(damaged.getMessage());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "%s: cannot be read from %s (%s)".formatted(id, folder, failed), failed);
    }
  }

  private static void requireAll(Path folder, Part part) throws DamagedFileException {
    List<String> missing =
        part.files().stream().filter(name -> Content.find(folder, name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new DamagedFileException("no " + String.join(", ", missing) + " in " + folder);
    }
  }

  /** Two sets name their files alike, with the same sizes; the labels tell which of them it is. */
  private void refuseNamesakes(Path folder, Part part) throws IOException {
    String last = part.files().get(part.files().size() - 1);
    for (Distribution other : Distribution.values()) {
      Optional<DataFile> namesake =
          other.files().stream().filter(file -> file.name().equals(last)).findFirst();
      if (other != distribution
          && namesake.isPresent()
          && namesake.get().problem(folder).isEmpty()) {
        throw new DamagedFileException(
            "%s: expected %s, found that of %s"
                .formatted(folder.resolve(last), last, other.folder()));
      }
    }
  }

  private SpecException refusal(String problem) {
    return new SpecException(
        "%s: %s; steadymi data fetch %s gets the official files".formatted(id, problem, id));
  }
}
