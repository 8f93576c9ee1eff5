package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.steadymi.laboratory.study.Preset;
import org.steadymi.laboratory.study.Settings;

class PublishedImagesTest {
  private static Settings paper(ImageTask task, String data) {
    return ImageProtocol.settings(task, Preset.PAPER, data);
  }

  /** 50,000 images in batches of 10 or of 100. */
  @ParameterizedTest
  @CsvSource({
    "SUPERVISED, cifar10, 200000, 10",
    "CONTRASTIVE, cifar10, 500000, 10",
    "SUPERVISED, cifar100, 50000, 100",
    "CONTRASTIVE, cifar100, 75000, 100"
  })
  void thePublishedRecipeDiffersInNothing(ImageTask task, String data, int steps, int batch) {
    Settings settings = paper(task, data);
    assertThat(settings.steps()).isEqualTo(steps);
    assertThat(PublishedImages.difference(task, settings, batch)).isEmpty();
    assertThat(PublishedImages.difference(task, settings.withData(data + ":seed=1"), batch))
        .isEmpty();
    assertThat(PublishedImages.difference(task, settings.withSteps(3), batch)).isPresent();
    assertThat(PublishedImages.difference(task, settings.withCritic("resnet18"), batch))
        .isPresent();
  }

  @Test
  void allOtherSetsAreTrainedAsCifar10Was() {
    assertThat(paper(ImageTask.SUPERVISED, "mnist").steps()).isEqualTo(200_000);
    assertThat(ImageStudy.CONTRASTIVE.defaults(Preset.QUICK, "mnist"))
        .isEqualTo(ImageStudy.CONTRASTIVE.defaults(Preset.QUICK).withData("mnist"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar10:train=200", "cifar10:/data,test=100", "cifar10: flip = true"})
  void fewerAndOtherImagesDiffer(String data) {
    assertThat(
            PublishedImages.difference(ImageTask.SUPERVISED, paper(ImageTask.SUPERVISED, data), 10))
        .isPresent();
  }

  @Test
  void otherSetsAreNotCompared() {
    assertThat(
            PublishedImages.difference(
                ImageTask.SUPERVISED, paper(ImageTask.SUPERVISED, "cifar100-coarse"), 100))
        .isEmpty();
  }

  /** log 10 − 0.15 log 2 = 2.199 and log 100 − 0.39 log 2 = 4.335. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cifar10 | 40 epochs in batches of 10; | 2.20 nats at the published 85 %, so that the published 2.30 must be",
        "cifar100 | 100 epochs in batches of 100; | 4.33 nats at the published 61 %, so that the published 4.60 must be"
      })
  void whatIsSaidIsOfTheSet(String data, String recipe, String ceiling) {
    assertThat(
            PublishedImages.difference(
                ImageTask.SUPERVISED, paper(ImageTask.SUPERVISED, data).withSteps(3), 10))
        .get()
        .asString()
        .contains(recipe, ceiling);
    assertThat(
            PublishedImages.difference(
                ImageTask.CONTRASTIVE, paper(ImageTask.CONTRASTIVE, data).withSteps(3), 10))
        .get()
        .asString()
        .doesNotContain("nats");
  }
}
