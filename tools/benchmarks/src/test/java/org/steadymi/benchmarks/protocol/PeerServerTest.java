package org.steadymi.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerServerTest {
  /** Notes what it is told. */
  private record Notebook(List<String> calls) implements Peer {
    @Override
    public String name() {
      return "notebook";
    }

    @Override
    public void prepare(int units) {
      calls.add("prepare " + units);
    }

    @Override
    public double run(int units) {
      calls.add("run " + units);
      return units / 2.0;
    }
  }

  private final Notebook peer = new Notebook(new ArrayList<>());

  @Test
  void preparesAndRunsUntilQuit() throws IOException {
    List<Reply> replies = serve("run 3\n\n run  40 \nquit\nrun 5\n");
    assertThat(replies).extracting(Reply::steps).containsExactly(3, 40);
    assertThat(replies).extracting(Reply::value).containsExactly(1.5, 20.0);
    assertThat(peer.calls()).containsExactly("prepare 3", "run 3", "prepare 40", "run 40");
  }

  @Test
  void endsWithItsInput() throws IOException {
    assertThat(serve("run 1")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "run 0", "run -1", "run 1.5", "run 99999999999", "stop"})
  void refusesOtherCommands(String command) {
    assertThatThrownBy(() -> serve(command))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 'run N' or 'quit', found '" + command + "'");
    assertThat(peer.calls()).isEmpty();
  }

  private List<Reply> serve(String commands) throws IOException {
    StringWriter replies = new StringWriter();
    PeerServer.serve(
        peer, new BufferedReader(new StringReader(commands)), new PrintWriter(replies));
    return replies.toString().lines().map(Reply::parse).toList();
  }
}
