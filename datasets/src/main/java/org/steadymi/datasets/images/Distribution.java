package org.steadymi.datasets.images;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the makers of an image set publish; several collections can be read from one. */
public enum Distribution {
  /**
   * MD5 of the archive as published; the SHA-256 digests are of files whose MD5 digests are the
   * published ones, too.
   */
  CIFAR10(
      "cifar-10-batches-bin",
      List.of(
          new Archive(
              URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
              170_052_171,
              Checksum.md5("c32a1d4ab5d03f1284b67883e8d87530"),
              List.of(
                  cifar10(
                      "data_batch_1.bin",
                      "cee916563c9f80d84e3cc88e17fdc0941787f1244f00a67874d45b261883ada5"),
                  cifar10(
                      "data_batch_2.bin",
                      "a591ca11fa1708a91ee40f54b3da4784ccd871ecf2137de63f51ada8b3fa57ed"),
                  cifar10(
                      "data_batch_3.bin",
                      "bbe8596564c0f86427f876058170b84dac6670ddf06d79402899d93ceea26f67"),
                  cifar10(
                      "data_batch_4.bin",
                      "014e562d6e23c72197cc727519169a60359f5eccd8945ad5a09d710285ff4e48"),
                  cifar10(
                      "data_batch_5.bin",
                      "755304fc0b379caeae8c14f0dac912fbc7d6cd469eb67a1029a08a39453a9add"),
                  cifar10(
                      "test_batch.bin",
                      "8e2eb146ae340b09e24670f29cabc6326dba54da8789dab6768acf480273f65b")))),
      Licences.CIFAR),

  /** MD5 of the archive as published, of its files as others found them in it. */
  CIFAR100(
      "cifar-100-binary",
      List.of(
          new Archive(
              URI.create("https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz"),
              168_513_733,
              Checksum.md5("03b5dce01913d631647c71ecec9e9cb8"),
              List.of(
                  new DataFile(
                      "train.bin", 153_700_000, Checksum.md5("6172c7755cfe09b2fe270c85cebc1b15")),
                  new DataFile(
                      "test.bin", 30_740_000, Checksum.md5("4499cfba6c016c1be1438163640a0898"))))),
      Licences.CIFAR),

  /** MD5 of the archives as published; SHA-256 of what these hold. */
  MNIST(
      "mnist",
      List.of(
          mnist(
              9_912_422,
              "f68b3c2dcbeaaa9fbdd348bbdeb94873",
              trainImages("ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")),
          mnist(
              28_881,
              "d53e105ee54ea40749a09fcbcd1e9432",
              trainLabels("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")),
          mnist(
              1_648_877,
              "9fb629c4189551a2d022fa330f9573f3",
              testImages("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")),
          mnist(
              4_542,
              "ec29112dd5afa0611ce80d1b7f02629c",
              testLabels("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"))),
      new Terms(
          "CC BY-SA 3.0",
          "LeCun, Bottou, Bengio & Haffner 1998, Gradient-based learning applied to document"
              + " recognition, Proceedings of the IEEE 86(11), doi:10.1109/5.726791")),

  /** MD5 of the archives as published; SHA-256 of what these hold. */
  FASHION_MNIST(
      "fashion-mnist",
      List.of(
          fashion(
              26_421_880,
              "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
              trainImages("c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888")),
          fashion(
              29_515,
              "25c81989df183df01b3e8a0aad5dffbe",
              trainLabels("bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9")),
          fashion(
              4_422_102,
              "bef4ecab320f06d8554ea6380940ec79",
              testImages("5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b")),
          fashion(
              5_148,
              "bb300cfdad3c16e7a12a480ee83cd310",
              testLabels("0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"))),
      new Terms(
          "MIT",
          "Xiao, Rasul & Vollgraf 2017, Fashion-MNIST: a novel image dataset for benchmarking machine"
              + " learning algorithms, arXiv:1708.07747"));

  private final String folder;
  private final List<Archive> archives;
  private final Terms terms;

  Distribution(String folder, List<Archive> archives, Terms terms) {
    this.folder = folder;
    this.archives = archives;
    this.terms = terms;
  }

  /** Under which terms a set may be used, and how it is cited. */
  private record Terms(String licence, String citation) {}

  /** Terms that two sets share. */
  private static final class Licences {
    static final Terms CIFAR =
        new Terms(
            "none declared",
            "Krizhevsky 2009, Learning multiple layers of features from tiny images, technical report,"
                + " University of Toronto");
  }

  private static DataFile cifar10(String name, String sha256) {
    return new DataFile(name, 30_730_000, Checksum.sha256(sha256));
  }

  private static DataFile trainImages(String sha256) {
    return new DataFile("train-images-idx3-ubyte", 47_040_016, Checksum.sha256(sha256));
  }

  private static DataFile trainLabels(String sha256) {
    return new DataFile("train-labels-idx1-ubyte", 60_008, Checksum.sha256(sha256));
  }

  private static DataFile testImages(String sha256) {
    return new DataFile("t10k-images-idx3-ubyte", 7_840_016, Checksum.sha256(sha256));
  }

  private static DataFile testLabels(String sha256) {
    return new DataFile("t10k-labels-idx1-ubyte", 10_008, Checksum.sha256(sha256));
  }

  private static Archive mnist(long bytes, String md5, DataFile file) {
    return gzip("https://ossci-datasets.s3.amazonaws.com/mnist/", bytes, md5, file);
  }

  private static Archive fashion(long bytes, String md5, DataFile file) {
    return gzip("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/", bytes, md5, file);
  }

  private static Archive gzip(String base, long bytes, String md5, DataFile file) {
    return new Archive(
        URI.create(base + file.name() + ".gz"), bytes, Checksum.md5(md5), List.of(file));
  }

  /** The name of the folder that holds the files. */
  public String folder() {
    return folder;
  }

  /** What is to be downloaded. */
  public List<Archive> archives() {
    return archives;
  }

  /** All files, unpacked. */
  public List<DataFile> files() {
    return archives.stream().flatMap(archive -> archive.files().stream()).toList();
  }

  /** The licence the makers declare. */
  public String licence() {
    return terms.licence();
  }

  /** The work to cite. */
  public String citation() {
    return terms.citation();
  }

  /**
   * Where the files are.
   *
   * @param place the folder of the files, or the one above it
   * @return the one of both that holds at least one of the files
   */
  public Optional<Path> find(Path place) {
    return Stream.of(place, place.resolve(folder))
        .filter(candidate -> files().stream().anyMatch(file -> file.isIn(candidate)))
        .findFirst();
  }
}
