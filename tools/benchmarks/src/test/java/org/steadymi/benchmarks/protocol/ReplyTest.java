package org.steadymi.benchmarks.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
  @Test
  void readsWhatPythonWrites() {
    Reply reply =
        Reply.parse(
            "{\"peer\": \"JAX 0.4.38, lax.scan\", \"steps\": 1000, \"seconds\": 0.5, \"cpu_seconds\": 0.25, \"value\": 2.5}");
    assertThat(reply).isEqualTo(new Reply("JAX 0.4.38, lax.scan", 1000, 0.5, 0.25, 2.5));
    assertThat(reply.rate()).isEqualTo(2000);
    assertThat(reply.coreShare()).isEqualTo(0.5);
  }

  @Test
  void writesOneLineThatItReads() {
    Reply reply = new Reply("a \"peer\"\n", 7, 1e-9, 0, -1.25);
    assertThat(reply.line()).hasLineCount(1).contains("\"cpu_seconds\"");
    assertThat(Reply.parse(reply.line())).isEqualTo(reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Downloading…",
        "{}",
        "{\"peer\":\"p\",\"steps\":1,\"seconds\":1,\"cpu_seconds\":1}",
        "{\"peer\":null,\"steps\":1,\"seconds\":1,\"cpu_seconds\":1,\"value\":1}",
        "{\"peer\":\"p\",\"steps\":1,\"seconds\":0,\"cpu_seconds\":1,\"value\":1}",
        "{\"peer\":\"p\",\"steps\":0,\"seconds\":1,\"cpu_seconds\":1,\"value\":1}"
      })
  void refusesAnythingElse(String line) {
    assertThatThrownBy(() -> Reply.parse(line))
        .isInstanceOf(PeerException.class)
        .hasMessageContaining("found '" + line + "'");
  }
}
