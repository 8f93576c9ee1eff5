package org.steadymi.benchmarks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.steadymi.benchmarks.protocol.PeerServer;
import org.steadymi.benchmarks.protocol.Reply;

class TrainingPeerTest {
  private static final int HIDDEN = 8;

  @ParameterizedTest
  @EnumSource(TrainingPeer.Form.class)
  void trainsOnCommand(TrainingPeer.Form form) throws IOException {
    assertThat(replies(form, GaussianTask.SEPARABLE))
        // InfoNCE of batches of 64 has log 64 as its ceiling
        .allSatisfy(reply -> assertThat(reply.value()).isFinite().isLessThan(Math.log(64)));
  }

  @Test
  void trainsTheConcatCriticOnCommand() throws IOException {
    assertThat(replies(TrainingPeer.Form.LOOP, GaussianTask.CONCAT))
        .allSatisfy(reply -> assertThat(reply.value()).isFinite());
  }

  private static List<Reply> replies(TrainingPeer.Form form, GaussianTask task) throws IOException {
    StringWriter out = new StringWriter();
    try (TrainingPeer peer = new TrainingPeer(form, task, HIDDEN)) {
      var commands = new BufferedReader(new StringReader("run 20\nrun 20\nquit\n"));
      PeerServer.serve(peer, commands, new PrintWriter(out));
    }
    List<Reply> replies = out.toString().lines().map(Reply::parse).toList();
    assertThat(replies).extracting(Reply::steps).containsExactly(20, 20);
    return replies;
  }

  /** The forms differ in how the loop is called, not in what it computes. */
  @Test
  void formsTrainTheSameCritic() {
    Map<TrainingPeer.Form, Double> values = new EnumMap<>(TrainingPeer.Form.class);
    for (var form : List.of(TrainingPeer.Form.STEP, TrainingPeer.Form.LOOP)) {
      try (TrainingPeer peer = new TrainingPeer(form, GaussianTask.SEPARABLE, HIDDEN)) {
        peer.prepare(1);
        values.put(form, peer.run(120));
      }
    }
    // means of the same 100 floats, added up in the same order
    assertThat(values.get(TrainingPeer.Form.STEP))
        .isCloseTo(values.get(TrainingPeer.Form.LOOP), within(1e-12));
  }
}
