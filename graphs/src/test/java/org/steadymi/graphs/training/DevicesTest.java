package org.steadymi.graphs.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void aProcessorIsUsableAndADeviceThatIsNotThereIsNot() {
    assertThat(Devices.usable("CPU:0")).isTrue();
    assertThat(Devices.usable("GPU:99")).isFalse();
  }

  @Test
  void whatIsNoDeviceIsRefused() {
    assertThatThrownBy(() -> Devices.usable("TPU"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("device: expected CPU, GPU or, with a number, GPU:0, found 'TPU'");
  }
}
