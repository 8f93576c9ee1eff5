package org.steadymi.spark;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.steadymi.datasets.SpecException;
import org.steadymi.laboratory.Placement;

class MastersTest {
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void whereNothingListensItIsSaidAtOnce() throws IOException {
    String place = "spark://127.0.0.1:" + freePort();
    assertThatThrownBy(new Placement(place, OptionalInt.empty(), Optional.empty())::executor)
        .isInstanceOf(SpecException.class)
        .hasMessage(
            "--on %s: no Spark master answers there (Connection refused); start one, or use --on spark to run in this"
                    .formatted(place)
                + " process");
    assertThatThrownBy(() -> Masters.requireOneThatListens("spark://no.such.host.invalid:7077"))
        .hasMessageContaining("(unknown host)");
    assertThatThrownBy(() -> Masters.requireOneThatListens("spark://127.0.0.1:70000"))
        .isInstanceOf(SpecException.class)
        .hasMessageContaining("port out of range");
  }

  @Test
  void oneOfSeveralMastersIsEnough() throws IOException {
    try (ServerSocket master = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String place =
          "spark://127.0.0.1:%d,127.0.0.1:%d".formatted(freePort(), master.getLocalPort());
      assertThatCode(() -> Masters.requireOneThatListens(place)).doesNotThrowAnyException();
    }
    assertThatCode(() -> Masters.requireOneThatListens("spark")).doesNotThrowAnyException();
  }
}
