package org.steadymi.benchmarks.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageNetworkTest {
  /**
   * He et al. 2016, table 1, with a 3×3 stem, without a classifier: 11,168,832; then 512·512 + 512
   * and 512·10 + 10.
   */
  @Test
  void resNetHasTheParametersOfItsLayers() {
    assertThat(ImageNetwork.RESNET18.parameters()).isEqualTo(11_168_832 + 262_656 + 5_130);
  }

  /** Six kernels and their normalisations, then 128·128 + 128 and 128·10 + 10. */
  @Test
  void smallCnnHasTheParametersOfItsLayers() {
    int kernels = 9 * (3 * 32 + 32 * 32 + 32 * 64 + 64 * 64 + 64 * 128 + 128 * 128);
    int norms = 2 * 2 * (32 + 64 + 128);
    assertThat(ImageNetwork.SMALL_CNN.parameters())
        .isEqualTo(kernels + norms + 128 * 128 + 128 + 128 * 10 + 10);
  }

  @Test
  void peerTrainsOnCommand() {
    try (ImagePeer peer = new ImagePeer(ImageNetwork.SMALL_CNN, 1)) {
      peer.prepare(2);
      assertThat(peer.run(2)).isFinite().isLessThan(Math.log(SyntheticImages.CLASSES));
    }
  }

  @Test
  void traceFindsTheConvolutionsAndTheirGradients() {
    StepTimes times = StepTrace.of(ImageNetwork.SMALL_CNN);
    // with a prefix where TensorFlow takes its oneDNN kernels
    for (String operation : List.of("Conv2D", "Conv2DBackpropFilter", "Conv2DBackpropInput")) {
      assertThat(times.operations()).anyMatch(found -> found.endsWith(operation));
    }
    assertThat(times.operations().stream().mapToDouble(times::share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(times.outsideConvolutions()).isStrictlyBetween(0.0, 1.0);
  }
}
