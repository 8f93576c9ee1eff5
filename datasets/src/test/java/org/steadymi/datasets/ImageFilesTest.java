package org.steadymi.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.datasets.images.ImageCollection;

class ImageFilesTest {
  /** Files of MNIST's form whose images show nothing but their label. */
  @TempDir private static Path mnist;

  @BeforeAll
  static void writeImages() throws IOException {
    write("train", 60_000);
    write("t10k", 10_000);
  }

  private static void write(String part, int count) throws IOException {
    try (DataOutputStream images = gzip(part + "-images-idx3-ubyte");
        DataOutputStream labels = gzip(part + "-labels-idx1-ubyte")) {
      for (int number : new int[] {0x803, count, 28, 28}) {
        images.writeInt(number);
      }
      labels.writeInt(0x801);
      labels.writeInt(count);
      byte[] image = new byte[28 * 28];
      for (int i = 0; i < count; i++) {
        int label = i % 10;
        image[0] = (byte) label;
        images.write(image);
        labels.write(label);
      }
    }
  }

  private static DataOutputStream gzip(String name) throws IOException {
    return new DataOutputStream(
        new GZIPOutputStream(Files.newOutputStream(mnist.resolve(name + ".gz")), 1 << 16));
  }

  @Test
  void aSpecificationReadsBackToAnEqualSource() {
    PairSource source = PairSources.parse("mnist:dir=%s,train=500,seed=4".formatted(mnist));
    assertThat(source).hasToString("mnist:dir=%s,train=500,seed=4".formatted(mnist));
    PairSource back = PairSources.parse(source.spec());
    assertThat(back).isEqualTo(source).hasSameHashCodeAs(source);
    assertThat(back.fingerprint()).isEqualTo(source.fingerprint()).matches("[0-9a-f]{64}");
    assertThat(source.xSize()).isEqualTo(784);
    assertThat(source.imageShape()).hasValue(new ImageShape(28, 28, 1));
    assertThat(source.trueMi().orElseThrow()).isCloseTo(Math.log(10), within(1e-12));
    assertThat(source.labelled(Split.TRAIN).orElseThrow().labels()).hasSize(500);
    assertThat(source.labelled(Split.SELECTION).orElseThrow().labels()).hasSize(6000);
    assertThat(source.labelled(Split.REPORT).orElseThrow().labels()).hasSize(10_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aligned", "contrastive", "supervised"})
  void everySplitMayBeSmaller(String pairs) {
    String few = "mnist:dir=%s,train=400,selection=60,test=30".formatted(mnist);
    PairSource source = PairSources.parse(few + ",pairs=" + pairs);
    assertThat(PairSources.parse(source.spec())).isEqualTo(source);
    assertThat(source.spec()).startsWith(few);
    Map.of(Split.TRAIN, 400, Split.SELECTION, 60, Split.REPORT, 30)
        .forEach(
            (split, images) -> {
              assertThat(source.labelled(split).orElseThrow().labels()).hasSize(images);
              assertThat(source.pairs(split, 1, 20).count()).isEqualTo(20);
            });
    assertThat(source.trueMi().orElseThrow()).isCloseTo(Math.log(10), within(1e-12));
  }

  /** With an image's first pixel as its label, labels that went astray would show. */
  @Test
  void theFolderMayStandFirstWithoutItsKey() {
    PairSource source = PairSources.parse("mnist:%s,pairs=supervised,train=100".formatted(mnist));
    assertThat(source).hasToString("mnist:dir=%s,train=100,pairs=supervised".formatted(mnist));
    Pairs pairs = source.pairs(Split.TRAIN, 1, 50);
    int[] labels = TinyImages.labels(pairs.y());
    assertThat(TinyImages.numbers(pairs.x())).containsExactly(labels);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cifar10:dir=/nowhere | cifar10: expected data_batch_1.bin and the like in /nowhere or in cifar-10-batches-bin in it, found no such folder; steadymi data fetch cifar10 gets the official files",
        "cifar10:/nowhere | cifar10: expected data_batch_1.bin and the like in /nowhere or in cifar-10-batches-bin in it, found no such folder; steadymi data fetch cifar10 gets the official files",
        "cifar100-coarse:/nowhere,flip=true | cifar100-coarse: expected train.bin and the like in /nowhere or in cifar-100-binary in it, found no such folder; steadymi data fetch cifar100-coarse gets the official files",
        "cifar10:train=19 | cifar10: train: expected a whole number of at least 20, found '19'",
        "cifar100:train=all | cifar100: train: expected a whole number of at least 200, found 'all'",
        "cifar10:test=0 | cifar10: test: expected a whole number of at least 20, found '0'",
        "mnist:pairs=all | mnist: pairs: expected one of aligned, contrastive, supervised, rows, found 'all'",
        "mnist:shift=-1 | mnist: shift: expected a whole number in [0, 64], found '-1'",
        "mnist:flip=yes | mnist: flip: expected one of true, false, found 'yes'",
        "mnist:dirr=/data | mnist: unknown key 'dirr' (did you mean dir?), known: dir, train, selection, test, pairs, seed, shift, flip, keep, again, twice",
        "mnist:seed=1,/data | mnist: expected key=value, found '/data'",
        "mnist: | mnist: expected key=value, found 'dir='",
      })
  void refusesInOneLine(String spec, String message) {
    assertThatThrownBy(() -> PairSources.parse(spec))
        .isInstanceOf(SpecException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"name:value", "name: value", "name:key=value"})
  void theFirstValueMayStandWithoutItsKey(String text) {
    assertThat(Spec.parse(text, "key")).hasToString("name:key=value");
    assertThat(Spec.parse(text + ",n=1", "key")).hasToString("name:key=value,n=1");
  }

  @Test
  void onlyTheFirstValueMayAndOnlyWhereItHasAKey() {
    assertThat(Spec.parse("name", "key")).hasToString("name");
    assertThat(Spec.parse("name:n=1,key=value", "key")).hasToString("name:n=1,key=value");
    assertThatThrownBy(() -> Spec.parse("name:value"))
        .hasMessage("name: expected key=value, found 'value'");
    assertThatThrownBy(() -> Spec.parse("name:a,b", "key"))
        .hasMessage("name: expected key=value, found 'b'");
    assertThatThrownBy(() -> Spec.parse("name:a,key=b", "key"))
        .hasMessage("name: 'key' is given twice, expected once");
  }

  @ParameterizedTest
  @EnumSource
  void realSetsOpen(ImageCollection set) {
    String root = System.getenv("STEADYMI_DATA");
    assumeTrue(root != null, "STEADYMI_DATA names no folder of real image sets");
    assumeTrue(set.distribution().find(Path.of(root)).isPresent(), set.id() + " is not in " + root);
    int train = 2 * set.classes();
    PairSource source =
        PairSources.parse("%s:%s,pairs=contrastive,train=%d".formatted(set.id(), root, train));
    assertThat(source.imageShape()).hasValue(set.shape());
    assertThat(source.trueMi().orElseThrow()).isCloseTo(Math.log(set.classes()), within(0.02));
    assertThat(source.labelled(Split.TRAIN).orElseThrow().labels()).hasSize(train);
    assertThat(source.labelled(Split.REPORT).orElseThrow().labels()).hasSize(set.testImages());
  }
}
