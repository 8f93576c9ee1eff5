package org.steadymi.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeerProcessTest {
  private static final String ANSWERING =
      "while read command n; do"
          + " [ \"$command\" = run ] || exit 0;"
          + " echo \"{\\\"peer\\\":\\\"shell\\\",\\\"steps\\\":$n,\\\"seconds\\\":2,\\\"cpu_seconds\\\":1,\\\"value\\\":0}\";"
          + " done";

  @Test
  void answersCommandAfterCommand() {
    try (PeerProcess peer = shell(ANSWERING)) {
      assertThat(peer.run(10)).isEqualTo(new Reply("shell", 10, 2, 1, 0));
      assertThat(peer.run(20).steps()).isEqualTo(20);
    }
  }

  @Test
  void endsWithItsDriver() {
    PeerProcess peer = shell(ANSWERING);
    long pid = peer.pid();
    peer.close();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void tellsTheLastLineOfStandardErrorWhenThePeerEnds() {
    try (PeerProcess peer =
        shell("read line; echo traceback >&2; echo no such module >&2; exit 3")) {
      assertThatThrownBy(() -> peer.run(1))
          .isInstanceOf(PeerException.class)
          .hasMessage("shell ended (exit code 3): no such module");
    }
  }

  @Test
  void refusesWhatIsNoReply() {
    try (PeerProcess peer = shell("echo hello; read line")) {
      assertThatThrownBy(() -> peer.run(1))
          .isInstanceOf(PeerException.class)
          .hasMessageStartingWith("shell: expected")
          .hasMessageEndingWith("found 'hello'");
    }
  }

  @Test
  void saysWhatCannotBeStarted() {
    assertThatThrownBy(() -> PeerProcess.start("nobody", List.of("/no/such/program")))
        .isInstanceOf(PeerException.class)
        .hasMessageStartingWith("nobody cannot be started");
  }

  private static PeerProcess shell(String script) {
    return PeerProcess.start("shell", List.of("sh", "-c", script));
  }
}
