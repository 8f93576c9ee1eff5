package org.steadymi.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalThreadsTest {
  /** A large state on a slow disk would else take as long to keep as to come by. */
  @ParameterizedTest
  @CsvSource({"PT10S, PT0.2S, PT10S", "PT10S, PT8S, PT2M40S", "PT0S, PT8S, PT0S"})
  void checkpointsTakeATwentiethOfTheTimeAtMost(Duration least, Duration writing, Duration pause) {
    assertThat(LocalThreads.pause(least, writing)).isEqualTo(pause);
  }
}
