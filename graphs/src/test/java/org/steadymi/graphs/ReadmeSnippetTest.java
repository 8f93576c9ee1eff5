package org.steadymi.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.steadymi.graphs.losses.Loss;
import org.steadymi.graphs.losses.Losses;
import org.steadymi.graphs.losses.Scores;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.types.TFloat32;

/** The README's snippet, between its markers, as a user would write it. */
class ReadmeSnippetTest {
  @Test
  void aRegularisedBoundIsALossOnTheUsersOwnFeatures() {
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Operand<TFloat32> fx = tf.constant(new float[][] {{1, 0}, {0, 2}, {1, 1}});
      Operand<TFloat32> fy = tf.constant(new float[][] {{2, 1}, {0, 1}, {-1, 3}});

      // snippet
      Loss loss = Losses.named("resmile");
      Operand<TFloat32> scores = tf.linalg.matMul(fx, fy, MatMul.transposeB(true)); // [K, K]
      Operand<TFloat32> minimised = loss.minimised(tf, Scores.matrix(scores));
      Operand<TFloat32> nats = loss.value(tf, Scores.matrix(scores));
      var gradients = graph.addGradients(minimised.asOutput(), new Output<?>[] {fx.asOutput()});
      // end snippet

      try (Session session = new Session(graph);
          var result = session.runner().fetch(nats).fetch(gradients[0]).run()) {
        double joint = (2 + 2 + 2) / 3.0;
        double marginal = Math.log(meanExp(0, -1, 2, 6, 3, 1)); // the scores off the diagonal
        assertThat((double) ((TFloat32) result.get(0)).getFloat())
            .isCloseTo(joint - marginal, within(1e-5));
        assertThat(((TFloat32) result.get(1)).shape()).isEqualTo(fx.shape());
        assertThat(((TFloat32) result.get(1)).getFloat(0, 0)).isNotZero().isFinite();
      }
    }
  }

  private static double meanExp(double... scores) {
    return java.util.Arrays.stream(scores).map(Math::exp).average().orElseThrow();
  }
}
