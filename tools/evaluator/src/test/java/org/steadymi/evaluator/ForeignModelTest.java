package org.steadymi.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.steadymi.datasets.Rows;
import org.steadymi.datasets.Split;
import org.steadymi.evaluator.models.Models;
import org.steadymi.evaluator.readout.Selection;
import org.steadymi.savedmodels.LoadOptions;
import org.steadymi.savedmodels.SavedModelException;
import org.steadymi.savedmodels.SignatureMapping;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Models without a manifest that have one signature only, as other programs write them. */
class ForeignModelTest {
  private static final Sampling SAMPLING = new Sampling(Split.REPORT, 128, 32, 1);
  private static final Evaluation EVALUATION =
      Evaluation.DEFAULT.withSampling(SAMPLING).withData(Models.SOURCE);

  @TempDir private Path folder;

  /** T(x, y) = ⟨x, y⟩ on aligned pairs, or 2x as features. */
  private Path export(String key) throws IOException {
    Path model = folder.resolve("model");
    try (Graph graph = new Graph()) {
      Ops tf = Ops.create(graph);
      Placeholder<TFloat32> x = input(tf);
      Placeholder<TFloat32> y = input(tf);
      Signature.Builder signature = Signature.builder(key).input("x", x);
      if (key.equals("score")) {
        Operand<TFloat32> t = tf.reduceSum(tf.math.mul(x, y), tf.constant(1));
        signature.input("y", y).output("t", t);
      } else {
        signature.output("features", tf.math.add(x, x));
      }
      try (Session session = new Session(graph)) {
        SavedModelBundle.exporter(model.toString())
            .withSession(session)
            .withSignatures(signature.build())
            .export();
      }
    }
    return model;
  }

  private static Placeholder<TFloat32> input(Ops tf) {
    return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, Models.SOURCE.xSize())));
  }

  private static float[] products(Rows x, Rows y) {
    int n = x.count();
    float[] scores = new float[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < x.width(); k++) {
          scores[i * n + j] += x.at(i, k) * y.at(j, k);
        }
      }
    }
    return scores;
  }

  @Test
  void scoresOfAlignedPairsMakeTheWholeMatrix() throws IOException {
    MiResult found = Evaluator.evaluate(export("score"), EVALUATION).mi().orElseThrow();
    assertAgree(found, ForeignModelTest::products);
  }

  private static void assertAgree(MiResult found, PairScorer scorer) {
    MiResult expected = MiResult.evaluate(Models.SOURCE, scorer, SAMPLING, Selection.DEFAULT);
    for (int r = 0; r < expected.readings().size(); r++) {
      double value = expected.readings().get(r).estimate().value();
      // Scores in float32 differ by their rounding, and the marginal term is exponential in them.
      assertThat(found.readings().get(r).estimate().value())
          .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value))));
    }
  }

  @Test
  void anEncoderAloneIsProbed() throws IOException {
    Evaluation probe = EVALUATION.withData(new LabelledGaussian(Models.SOURCE)).withProbe();
    EvaluationResult result = Evaluator.evaluate(export("encode_x"), probe);
    assertThat(result.representations()).hasSize(2);
  }

  @Test
  void anEncoderAloneScoresByTheInnerProductOfItsFeatures() throws IOException {
    EvaluationResult found = Evaluator.evaluate(export("encode_x"), EVALUATION);
    PairScorer expected =
        (x, y) -> {
          float[] scores = products(x, y);
          for (int i = 0; i < scores.length; i++) {
            scores[i] *= 4; // <2x, 2y>
          }
          return scores;
        };
    assertAgree(found.mi().orElseThrow(), expected);
    assertThat(found.notes())
        .contains(
            "No signature scores pairs: T(x, y) is the inner product of encode_x(x) and encode_x(y).");
  }

  @Test
  void theSignatureOfAKerasEncoderIsTakenAsEncodeX() throws IOException {
    EvaluationResult found = Evaluator.evaluate(export("serving_default"), EVALUATION);
    assertThat(found.notes()).contains("Signature serving_default is taken as encode_x.");
    assertThat(found.mi()).isPresent();
  }

  @Test
  void aSignatureThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
    Path model = export("encode_x");
    SignatureMapping mapping =
        SignatureMapping.named(Optional.of("absent"), Optional.empty(), Optional.empty());
    assertThatThrownBy(
            () -> Evaluator.evaluate(model, LoadOptions.DEFAULT.withMapping(mapping), EVALUATION))
        .isInstanceOf(SavedModelException.class)
        .hasMessageStartingWith(
            model
                + ": there is no signature absent; it has the signatures [encode_x(x DT_FLOAT [?, ");
  }

  @Test
  void dataHasToBeNamedWhereTheModelDoesNot() throws IOException {
    Path model = export("score");
    assertThatThrownBy(() -> Evaluator.evaluate(model, Evaluation.DEFAULT))
        .hasMessageEndingWith("does not name its data; give --data SPEC");
  }
}
