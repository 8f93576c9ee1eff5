package org.steadymi.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.datasets.SpecException;

class ImageCollectionTest {
  @TempDir private Path folder;

  private AbstractThrowableAssert<?, ?> assertRefused(ImageCollection set, Path place) {
    var refused =
        assertThatThrownBy(() -> set.test(place))
            .isInstanceOf(SpecException.class)
            .hasMessageStartingWith(set.id() + ": ")
            .hasMessageEndingWith("; steadymi data fetch " + set.id() + " gets the official files");
    refused.message().hasLineCount(1);
    return refused;
  }

  @ParameterizedTest
  @EnumSource
  void namesReadBackAndClassesAreDistinct(ImageCollection set) {
    assertThat(ImageCollection.named(set.id())).isSameAs(set);
    assertThat(set.classNames()).doesNotHaveDuplicates().hasSize(set.classes());
    assertThat(set.classes())
        .isEqualTo(
            switch (set) {
              case CIFAR10, MNIST, FASHION_MNIST -> 10;
              case CIFAR100 -> 100;
              case CIFAR100_COARSE -> 20;
            });
  }

  @Test
  void aMistypedNameIsRefused() {
    assertThatThrownBy(() -> ImageCollection.named("cifar-10"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining(
            "unknown image set 'cifar-10' (did you mean cifar10?), known: cifar10");
  }

  @Test
  void theFolderIsThatOfTheEnvironmentOrInTheHome() {
    assertThat(DataFolder.in(Map.of("STEADYMI_DATA", "/data"), "/home/me"))
        .isEqualTo(Path.of("/data"));
    assertThat(DataFolder.in(Map.of("STEADYMI_DATA", " "), "/home/me"))
        .isEqualTo(Path.of("/home/me/.steadymi/data"));
  }

  @ParameterizedTest
  @EnumSource
  void aMissingSetIsRefused(ImageCollection set) throws IOException {
    assertRefused(set, folder.resolve("nowhere")).hasMessageContaining("found no such folder");
    assertRefused(set, folder).hasMessageContaining("found none of them");
    Path file = Files.createFile(folder.resolve("file"));
    assertRefused(set, file).hasMessageContaining("found a file");
  }

  @Test
  void anotherSetIsNamed() throws IOException {
    Files.createFile(folder.resolve("test.bin"));
    assertRefused(ImageCollection.CIFAR10, folder)
        .hasMessageContaining("found the files of cifar-100-binary");
  }

  @Test
  void aFileThatLacksOrIsCutIsNamed() throws IOException {
    Path official = Files.createDirectory(folder.resolve("cifar-10-batches-bin"));
    Files.write(official.resolve("data_batch_2.bin"), new byte[3073]);
    assertRefused(ImageCollection.CIFAR10, folder)
        .hasMessageContaining("no test_batch.bin in " + official);
    Files.write(official.resolve("test_batch.bin"), new byte[3073]);
    assertRefused(ImageCollection.CIFAR10, official)
        .hasMessageContaining("test_batch.bin: expected 30,730,000 bytes, found 3,073: truncated?");
    assertThat(Verification.of(ImageCollection.CIFAR10, folder).state())
        .isEqualTo(Verification.State.DAMAGED);
  }

  private static Path realSets(ImageCollection set) {
    String named = System.getenv("STEADYMI_DATA");
    assumeTrue(named != null, "STEADYMI_DATA names no folder of real image sets");
    Path root = Path.of(named);
    assumeTrue(set.distribution().find(root).isPresent(), set.id() + " is not in " + root);
    return root;
  }

  @ParameterizedTest
  @EnumSource
  void realSetsAreTheOfficialOnes(ImageCollection set) {
    Path root = realSets(set);
    Verification verification = Verification.of(set, root);
    assertThat(verification.state())
        .as(String.join("; ", verification.differences()))
        .isNotEqualTo(Verification.State.DAMAGED);
    assertThat(set.train(verification.folder()).count()).isEqualTo(set.trainImages());
  }

  @Test
  void oneSetIsNotTakenForItsNamesake() {
    Path other = ImageCollection.FASHION_MNIST.locate(realSets(ImageCollection.FASHION_MNIST));
    assertRefused(ImageCollection.MNIST, other).hasMessageContaining("found that of fashion-mnist");
  }
}
