package org.steadymi.laboratory.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.steadymi.datasets.Spec;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.Sampling;

class ImageSamplesTest {
  private static ImageSamples of(String data) {
    return new ImageSamples(Spec.parse(data));
  }

  @Test
  void wholeSetsAreDrawnFromAsTheEvaluatorDoes() {
    ImageSamples samples = of("cifar10:dir=/data,train=20000,pairs=supervised");
    assertThat(samples.queries()).isEqualTo(500);
    assertThat(samples.neighbours()).isEqualTo(1000);
    assertThat(samples.shown()).isEqualTo(600);
    assertThat(samples.scored()).isEqualTo(100);
    assertThat(samples.selectionBatches(25)).isEqualTo(32);
    for (Split split : Split.values()) {
      assertThat(samples.evaluated(split, 25))
          .isEqualTo(new Sampling(split, Sampling.DEFAULT.pairs(), 25, 0));
    }
  }

  @Test
  void nothingIsDrawnMoreOftenThanThereAreImages() {
    ImageSamples samples = of("cifar10:train=200,selection=40,test=60");
    assertThat(samples.queries()).isEqualTo(60);
    assertThat(samples.neighbours()).isEqualTo(200);
    assertThat(samples.shown()).isEqualTo(60);
    assertThat(samples.scored()).isEqualTo(60);
    assertThat(samples.selectionBatches(10)).isEqualTo(4);
    assertThat(samples.selectionBatches(100)).as("one at least").isOne();
    assertThat(samples.evaluated(Split.TRAIN, 10).pairs()).isEqualTo(200);
    assertThat(samples.evaluated(Split.REPORT, 10).pairs()).isEqualTo(60);
    assertThat(samples.evaluated(Split.REPORT, 100).batches()).as("one at least").isOne();
  }
}
